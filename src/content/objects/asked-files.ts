import { join } from 'node:path';
import { type AskedFile, askedFile } from '../schema/asked.ts';
import { readYamlFile, type YamlFile, yamlFilesIn } from '../yaml-file.ts';

/**
 * The files of `<folder>/asked/`; none for an office without them. They are no part of `Content`: most readers of that
 * do not need them, and they are long.
 * @throws OperatorError with file and line for a heading that is not in the grid
 */
export function readAskedFiles(folder: string): YamlFile<AskedFile>[] {
  return yamlFilesIn(join(folder, 'asked')).map((path) => readYamlFile(path, askedFile));
}
