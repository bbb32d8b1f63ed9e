// Draws the add-in's icons and writes them as PNG files: node scripts/make-icons.mjs
// The drawings are data on a grid of 32 × 32; every size is drawn afresh, so that 16 pixels are as sharp as 80.
import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const FOLDER = new URL('../assets/icons/', import.meta.url);

const BLUE = [15, 108, 189];
// Light enough for a black ribbon, dark enough for a white one: above 3:1 on both.
const INK = [117, 117, 117];
const PAPER = [255, 255, 255];
const AMBER = [201, 124, 0];
const GREEN = [16, 124, 65];

// Shapes: each has a signed distance in grid units, negative inside. Later shapes lie on top.
const distance = {
  ring: ({ at: [cx, cy], radius, width }, x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2,
  box: ({ from: [x0, y0], to: [x1, y1], round = 0 }, x, y) => {
    const dx = Math.abs(x - (x0 + x1) / 2) - (x1 - x0) / 2 + round;
    const dy = Math.abs(y - (y0 + y1) / 2) - (y1 - y0) / 2 + round;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round;
  },
  line: ({ points, width }, x, y) => {
    let nearest = Infinity;
    for (let i = 1; i < points.length; i += 1)
      nearest = Math.min(nearest, toSegment(points[i - 1], points[i], x, y));
    return nearest - width / 2;
  },
  polygon: ({ points }, x, y) => {
    let nearest = Infinity;
    let inside = false;
    points.forEach(([x1, y1], i) => {
      const [x0, y0] = points.at(i - 1);
      nearest = Math.min(nearest, toSegment([x0, y0], [x1, y1], x, y));
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    });
    return inside ? -nearest : nearest;
  },
  arc: ({ at: [cx, cy], radius, width, start, end }, x, y) => {
    const angle = (Math.atan2(y - cy, x - cx) * 180) / Math.PI;
    const turn = (((angle - start) % 360) + 360) % 360;
    if (turn <= end - start) return Math.abs(Math.hypot(x - cx, y - cy) - radius) - width / 2;
    const tip = (degrees) => [
      cx + radius * Math.cos((degrees * Math.PI) / 180),
      cy + radius * Math.sin((degrees * Math.PI) / 180),
    ];
    return Math.min(...[tip(start), tip(end)].map(([tx, ty]) => Math.hypot(x - tx, y - ty))) - width / 2;
  },
};

function toSegment([x0, y0], [x1, y1], x, y) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
}

const page = [
  { kind: 'box', from: [6, 3], to: [26, 29], round: 2.5, color: INK },
  { kind: 'box', from: [8, 5], to: [24, 27], round: 1, color: PAPER },
];

const ICONS = {
  // A filled-in table with a tick.
  logo: [
    { kind: 'box', from: [2, 2], to: [30, 30], round: 6, color: BLUE },
    {
      kind: 'line',
      points: [
        [8, 10],
        [24, 10],
      ],
      width: 2.6,
      color: PAPER,
    },
    {
      kind: 'line',
      points: [
        [8, 18.5],
        [12.8, 23.4],
        [24, 15],
      ],
      width: 3.6,
      color: PAPER,
    },
  ],
  score: [
    {
      kind: 'polygon',
      points: [
        [18.5, 2],
        [6.5, 18],
        [14.5, 18],
        [11.5, 30],
        [25.5, 12.5],
        [17, 12.5],
        [21, 2],
      ],
      color: AMBER,
    },
  ],
  check: [
    { kind: 'ring', at: [13.5, 13.5], radius: 9, width: 3, color: INK },
    {
      kind: 'line',
      points: [
        [20.5, 20.5],
        [28, 28],
      ],
      width: 4,
      color: INK,
    },
    {
      kind: 'line',
      points: [
        [9.4, 13.8],
        [12.4, 16.8],
        [17.8, 10.6],
      ],
      width: 2.6,
      color: GREEN,
    },
  ],
  previous: [
    {
      kind: 'line',
      points: [
        [6, 19],
        [16, 9],
        [26, 19],
      ],
      width: 3.6,
      color: BLUE,
    },
    {
      kind: 'line',
      points: [
        [9, 26],
        [23, 26],
      ],
      width: 2.6,
      color: INK,
    },
  ],
  next: [
    {
      kind: 'line',
      points: [
        [6, 13],
        [16, 23],
        [26, 13],
      ],
      width: 3.6,
      color: BLUE,
    },
    {
      kind: 'line',
      points: [
        [9, 6],
        [23, 6],
      ],
      width: 2.6,
      color: INK,
    },
  ],
  clear: [
    {
      kind: 'polygon',
      points: [
        [18.5, 4],
        [28, 13.5],
        [15.5, 26],
        [6, 16.5],
      ],
      color: INK,
    },
    {
      kind: 'polygon',
      points: [
        [18.5, 7.2],
        [24.8, 13.5],
        [19, 19.3],
        [12.7, 13],
      ],
      color: PAPER,
    },
    {
      kind: 'polygon',
      points: [
        [6, 16.5],
        [11.4, 11.1],
        [20.9, 20.6],
        [15.5, 26],
        [12, 26],
        [6, 20],
      ],
      color: AMBER,
    },
    {
      kind: 'line',
      points: [
        [6, 28.4],
        [27, 28.4],
      ],
      width: 2.4,
      color: INK,
    },
  ],
  undo: [
    { kind: 'arc', at: [16.5, 18], radius: 9, width: 3.4, start: -140, end: 110, color: BLUE },
    {
      kind: 'polygon',
      points: [
        [4, 4.5],
        [4.6, 17.2],
        [16, 11.4],
      ],
      color: BLUE,
    },
  ],
  paper: [
    ...page,
    {
      kind: 'line',
      points: [
        [11, 10],
        [21, 10],
      ],
      width: 2,
      color: BLUE,
    },
    {
      kind: 'line',
      points: [
        [11, 15],
        [21, 15],
      ],
      width: 2,
      color: INK,
    },
    {
      kind: 'line',
      points: [
        [11, 20],
        [14, 23],
        [20, 18.4],
      ],
      width: 2.2,
      color: GREEN,
    },
  ],
  pane: [
    { kind: 'box', from: [2, 5], to: [30, 27], round: 2.5, color: INK },
    { kind: 'box', from: [4, 7], to: [18, 25], round: 1, color: PAPER },
    { kind: 'box', from: [20, 7], to: [28, 25], round: 1, color: BLUE },
  ],
};

/** Pixels of a drawing, RGBA, with edges smoothed by how far each pixel's centre is from them. */
function draw(shapes, size) {
  const scale = size / 32;
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const shape of shapes) {
        const away = distance[shape.kind](shape, (column + 0.5) / scale, (row + 0.5) / scale) * scale;
        const cover = Math.min(1, Math.max(0, 0.5 - away));
        const total = cover + alpha * (1 - cover);
        if (total === 0) continue;
        const mix = (over, under) => (over * cover + under * alpha * (1 - cover)) / total;
        [red, green, blue] = [
          mix(shape.color[0], red),
          mix(shape.color[1], green),
          mix(shape.color[2], blue),
        ];
        alpha = total;
      }
      pixels.set([red, green, blue, alpha * 255].map(Math.round), (row * size + column) * 4);
    }
  }
  return pixels;
}

const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc(body));
  return Buffer.concat([head, body, tail]);
}

/** An 8-bit RGBA PNG file. */
function png(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) =>
    // Filter 0: these pictures are a few hundred bytes either way.
    Buffer.concat([Buffer.from([0]), Buffer.from(pixels.subarray(row * size * 4, (row + 1) * size * 4))]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(FOLDER, { recursive: true });
for (const [name, shapes] of Object.entries(ICONS)) {
  for (const size of SIZES)
    writeFileSync(new URL(`${name}-${size}.png`, FOLDER), png(draw(shapes, size), size));
}
