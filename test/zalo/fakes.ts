import type { Alarm, AlarmKind } from '../../src/alarm.ts';
import type { TokenKeeper } from '../../src/zalo/auth/token-keeper.ts';

/** Hands out one token; a refresh returns the next one. */
export function fakeTokens(): TokenKeeper & { refreshes: string[] } {
  const refreshes: string[] = [];
  return {
    refreshes,
    getAccessToken: async () => `token-${refreshes.length}`,
    refreshAfter: async (_oaId, failedToken) => {
      refreshes.push(failedToken);
      return `token-${refreshes.length}`;
    },
    refreshDueTokens: async () => undefined,
  };
}

export function fakeAlarm(): Alarm & { raised: AlarmKind[] } {
  const raised: AlarmKind[] = [];
  return { raised, raise: (kind) => void raised.push(kind) };
}
