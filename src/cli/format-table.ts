/** Rows as plain text, columns padded to their widest cell; the first column aligned left, the others right. */
export function formatTable(heads: string[], rows: string[][]): string {
  const lines = [heads, ...rows].map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ')));
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
