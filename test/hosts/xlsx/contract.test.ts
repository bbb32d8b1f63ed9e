import { XlsxHost } from '../../../src/hosts/xlsx/xlsx-host';
import { bytesOf } from '../../support/xlsx-builder';
import { describeWorkbookHost } from '../contract';

describeWorkbookHost('a workbook file', (workbook) => new XlsxHost(bytesOf(workbook), workbook.name));
