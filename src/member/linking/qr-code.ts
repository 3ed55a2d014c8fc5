import qrcode from 'qrcode-generator';

/** A QR code as SVG, which is sharp on any printer and screen. */
export function qrCode(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createSvgTag({ cellSize: 6, margin: 12, scalable: true });
}
