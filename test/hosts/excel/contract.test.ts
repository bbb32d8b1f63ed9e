/** @jest-environment jsdom */
import { ExcelHost } from '../../../src/hosts/excel/excel-host';
import { MemoryWorkbook } from '../../../src/workbench/host/model/memory-workbook';
import { connectClient } from '../../support/office-client';
import { describeWorkbookHost } from '../contract';

describeWorkbookHost('ExcelHost', (snapshot) => {
  connectClient(MemoryWorkbook.from(snapshot));
  return new ExcelHost();
});

describeWorkbookHost('ExcelHost that trusts nothing it read before', (snapshot) => {
  connectClient(MemoryWorkbook.from(snapshot));
  let time = 0;
  return new ExcelHost(() => (time += 60_000));
});
