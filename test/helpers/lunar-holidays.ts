import { fileURLToPath } from 'node:url';
import { lunarHolidaysFile } from '../../src/content/schema/lunar-holidays.ts';
import { readYamlFile } from '../../src/content/yaml-file.ts';

const file = fileURLToPath(new URL('../../locales/vi/lunar-holidays.yaml', import.meta.url));

/** Tết and Giỗ Tổ as configured in this installation. */
export const lunarHolidays = readYamlFile(file, lunarHolidaysFile).value;
