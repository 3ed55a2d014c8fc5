import { join } from 'node:path';
import { z } from 'zod';
import { readYamlFile } from '../../src/content/yaml-file.ts';
import { oaProfile } from '../simulator/oa-profile.ts';

const demoFile = z.strictObject({
  /** Official Accounts, each with the area whose residents it serves. */
  oas: z.array(oaProfile.extend({ areaId: z.string() })).min(1),
  /** Invented people to try it with. */
  residents: z.array(z.strictObject({ name: z.string(), oaId: z.string() })).min(1),
  /** What members write to say that they are there. */
  onDutyWord: z.string(),
  /** Invented teams and who is in them. */
  teams: z.array(
    z.strictObject({
      teamId: z.string(),
      areaId: z.string(),
      name: z.string(),
      members: z.array(
        z.strictObject({
          memberId: z.string(),
          name: z.string(),
          role: z.enum(['member', 'lead']).default('member'),
          /** The OA that their simulated phone is linked to; without it they have none. */
          phoneAt: z.string().optional(),
        }),
      ),
    }),
  ),
});

export type DemoContent = z.infer<typeof demoFile>;

/** @throws OperatorError with file and line when the file is not as it should be */
export function readDemoContent(localesFolder: string): DemoContent {
  return readYamlFile(join(localesFolder, 'vi', 'demo-content.yaml'), demoFile).value;
}
