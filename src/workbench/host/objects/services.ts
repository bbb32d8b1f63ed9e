import { HostObject } from '../host-object';
import { RichError } from '../rich-error';

/** Services of office.js that are no part of the workbook. Telemetry finds nobody here. */
export function serviceObject(name: string): HostObject {
  if (name === 'Microsoft.InternalService.AddinInternalService')
    return new HostObject({ type: name, methods: { notifyActionHandlerReady: () => null } });
  throw new RichError('ApiNotFound', `The workbench host has no ${name}.`);
}
