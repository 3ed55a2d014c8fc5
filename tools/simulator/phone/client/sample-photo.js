import { wordsAt } from './words.js';

/** Names of the sample photos. */
export const samplePhotoNames = Object.keys(wordsAt('samples.photos'));

/** Paints a sample photo. @returns the canvas, 720 × 960 */
export function paintPhoto(name) {
  const canvas = document.createElement('canvas');
  canvas.width = 720;
  canvas.height = 960;
  const brush = canvas.getContext('2d');
  painters[name](brush, wordsAt(`samples.photos.${name}.lines`));
  return canvas;
}

/** @returns the painted photo as a JPEG */
export function samplePhoto(name) {
  return new Promise((resolve) => paintPhoto(name).toBlob(resolve, 'image/jpeg', 0.85));
}

const painters = {
  paper(brush, lines) {
    fill(brush, '#8a6a4a', '#6d5238');
    brush.save();
    brush.translate(360, 480);
    brush.rotate(-0.05);
    brush.shadowColor = '#0006';
    brush.shadowBlur = 40;
    brush.fillStyle = '#fbf8f0';
    brush.fillRect(-280, -390, 560, 780);
    brush.shadowBlur = 0;
    for (const [index, line] of lines.entries()) {
      write(brush, line, { y: [-320, -240, -140, -80][index], size: index < 2 ? 32 : 28, bold: index < 2 });
    }
    brush.fillStyle = '#c9c3b5';
    for (let y = 0; y < 220; y += 36) brush.fillRect(-220, y, 440 - (y % 5) * 30, 8);
    brush.strokeStyle = '#c33';
    brush.lineWidth = 7;
    circle(brush, 120, 300, 62);
    circle(brush, 120, 300, 48);
    brush.restore();
  },
  screen(brush, [title, text, close]) {
    fill(brush, '#20242b', '#3a414c');
    brush.translate(360, 480);
    brush.fillStyle = '#0b0d10';
    round(brush, [-260, -440, 520, 880, 60]);
    brush.fillStyle = '#eef2f7';
    round(brush, [-240, -400, 480, 800, 30]);
    brush.fillStyle = '#fff';
    round(brush, [-200, -150, 400, 300, 24]);
    brush.strokeStyle = '#d33';
    brush.lineWidth = 10;
    circle(brush, 0, -80, 36);
    write(brush, '!', { y: -64, size: 46, bold: true, color: '#d33' });
    write(brush, title, { y: 10, size: 34, bold: true });
    write(brush, text, { y: 60, size: 26, color: '#555' });
    write(brush, close, { y: 122, size: 28, color: '#0b63e5', bold: true });
  },
  road(brush) {
    fill(brush, '#9cc9ee', '#e9f4fb', 380);
    brush.fillStyle = '#6d9a55';
    brush.fillRect(0, 370, 720, 590);
    polygon(brush, '#9b9992', [300, 370, 420, 370, 700, 960, 20, 960]);
    brush.fillStyle = '#4f4a44';
    ellipse(brush, [350, 720, 150, 48]);
    brush.fillStyle = '#7b93a6';
    ellipse(brush, [352, 730, 118, 32]);
    for (const [x, size] of [
      [90, 120],
      [620, 150],
      [200, 70],
    ]) {
      brush.fillStyle = '#5a3d28';
      brush.fillRect(x - 7, 370 - size * 0.5, 14, size * 0.6);
      brush.fillStyle = '#3f7a3a';
      ellipse(brush, [x, 370 - size * 0.9, size * 0.5, size * 0.6]);
    }
  },
};

function fill(brush, top, bottom, height = 960) {
  const sky = brush.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, top);
  sky.addColorStop(1, bottom);
  brush.fillStyle = sky;
  brush.fillRect(0, 0, 720, 960);
}

function write(brush, text, { y, size, bold = false, color = '#222' }) {
  brush.font = `${bold ? 'bold ' : ''}${size}px Arial, sans-serif`;
  brush.textAlign = 'center';
  brush.fillStyle = color;
  brush.fillText(text, 0, y);
}

function circle(brush, x, y, radius) {
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
  brush.stroke();
}

function ellipse(brush, [x, y, wide, high]) {
  brush.beginPath();
  brush.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
  brush.fill();
}

function round(brush, [x, y, wide, high, radius]) {
  brush.beginPath();
  brush.roundRect(x, y, wide, high, radius);
  brush.fill();
}

function polygon(brush, color, numbers) {
  brush.fillStyle = color;
  brush.beginPath();
  for (let index = 0; index < numbers.length; index += 2) brush.lineTo(numbers[index], numbers[index + 1]);
  brush.fill();
}
