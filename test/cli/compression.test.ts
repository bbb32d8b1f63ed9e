import fc from 'fast-check';
import { compression as native } from '../../src/cli/compression';
import { compression as portable } from '../../src/hosts/xlsx/zip/compression';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  // Text that repeats, as parts of a workbook do.
  fc.tuple(fc.string({ maxLength: 20 }), fc.nat(300)).map(([text, n]) => Buffer.from(text.repeat(n))),
);

describe('the two compression libraries', () => {
  it('read what the other has packed', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        expect(Buffer.from(native.inflate(portable.deflate(content), content.length))).toEqual(
          Buffer.from(content),
        );
        expect(Buffer.from(portable.inflate(native.deflate(content), content.length))).toEqual(
          Buffer.from(content),
        );
      }),
    );
  });

  it('agree on the checksum', () => {
    fc.assert(
      fc.property(bytes, (content) => {
        expect(native.crc32(content)).toBe(portable.crc32(content));
      }),
    );
  });

  // 目录写的长度比内容短：多出来的就是炸弹，不能展开。
  it.each([
    ['native', native],
    ['portable', portable],
  ])('never give more than the directory says: %s', (_, { deflate, inflate }) => {
    const packed = deflate(Buffer.alloc(3_000_000, 'ab'));
    const given = (): number => {
      try {
        return inflate(packed, 1000).length;
      } catch {
        return 0;
      }
    };
    expect(given()).toBeLessThanOrEqual(1000);
  });

  it.each([
    ['native', native],
    ['portable', portable],
  ])('refuse damaged data: %s', (_, { inflate }) => {
    expect(() => inflate(Uint8Array.of(0x07, 0xff, 0xff, 0xff), 10)).toThrow();
  });
});
