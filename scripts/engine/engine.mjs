// What benchmarks and the fuzzer take from the source; bundled by load-engine.mjs, never shipped.
export { review, scoreStandard, scorePatches, parseA1 } from '../../src/core/index.ts';
export { PROFILES } from '../../src/core/profiles/profiles.ts';
export { readXlsx } from '../../src/hosts/xlsx/read/read-xlsx.ts';
export { XlsxHost } from '../../src/hosts/xlsx/xlsx-host.ts';
export { WorkbookFileError } from '../../src/hosts/xlsx/file-fault.ts';
export { HostError } from '../../src/hosts/ports.ts';
export { reviewFile } from '../../src/cli/reading.ts';
export { htmlReport } from '../../src/cli/report-html.ts';
export { textReport } from '../../src/cli/report-text.ts';
export { bytesOf } from '../../test/support/xlsx-builder.ts';
