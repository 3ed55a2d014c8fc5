import { join } from 'node:path';
import { z } from 'zod';
import { readYamlFile } from '../../src/content/yaml-file.ts';
import { oaProfile } from '../simulator/oa-profile.ts';

const demoFile = z.strictObject({
  /** Official Accounts, each with the area that it serves. */
  oas: z.array(oaProfile.extend({ areaId: z.string() })).min(1),
  /** Invented residents to play. */
  residents: z.array(z.strictObject({ name: z.string(), oaId: z.string() })).min(1),
  /** The text with which members go on duty. */
  onDutyWord: z.string(),
  /** Invented teams and their members. */
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
          /** The OA that links their simulated phone; without it the member has none. */
          phoneAt: z.string().optional(),
        }),
      ),
    }),
  ),
});

export type DemoContent = z.infer<typeof demoFile>;

/** @throws OperatorError with file and line when the file is invalid */
export function readDemoContent(localesFolder: string): DemoContent {
  return readYamlFile(join(localesFolder, 'vi', 'demo-content.yaml'), demoFile).value;
}
