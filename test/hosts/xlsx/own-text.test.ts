import { ownText } from '../../../src/hosts/xlsx/xml/xml-text';

it.each([
  ['ordinary words', '结转结余率'],
  ['nothing', ''],
  ['what JSON escapes', '"\\\n\u0000\u2028'],
  ['a sign outside the basic plane', '𠮷'],
  ['half of such a sign', '\ud842'],
])('copies %s as they are', (_, text) => {
  expect(ownText(text)).toBe(text);
});
