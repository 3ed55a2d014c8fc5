import { WorkbookError } from './unzip-parts.ts';
import { walkXml } from './walk-xml.ts';

interface FoundSheet {
  xml: string;
  name: string;
  /** How many more visible sheets the workbook has; they are not read. */
  others: number;
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
}

/** Finds the first visible sheet. @throws WorkbookError when there is none */
export function findSheet(parts: ReadonlyMap<string, string>): FoundSheet {
  const visible: { name: string; relation: string }[] = [];
  let from1904 = false;
  walkXml(parts.get('xl/workbook.xml') ?? '', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      // Each program chooses the prefix itself; `sheetId` is something else.
      const relation = Object.keys(attributes).find((key) => key.endsWith(':id')) ?? '';
      visible.push({ name: attributes.name ?? '', relation: attributes[relation] ?? '' });
    },
  });
  const targets = new Map<string, string>();
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open: (_name, { Id = '', Target = '' }) => void targets.set(Id, Target),
  });
  const [first, ...others] = visible;
  const target = targets.get(first?.relation ?? '') ?? '';
  const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  if (!first || xml === undefined) throw new WorkbookError('bad-workbook');
  return { xml, name: first.name, others: others.length, from1904 };
}
