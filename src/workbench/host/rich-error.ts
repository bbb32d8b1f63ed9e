/** Error as Excel answers it inside a batch; the client turns it into an `OfficeExtension.Error` with the same code. */
export class RichError extends Error {
  /** Member that refused, `Type.member`; set where the call is made. */
  location?: string;

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const itemNotFound = (): RichError =>
  new RichError('ItemNotFound', "The requested resource doesn't exist.");

export const invalidArgument = (): RichError =>
  new RichError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');

export const accessDenied = (): RichError =>
  new RichError('AccessDenied', 'You cannot perform the requested operation.');

/** Excel would know this member, or refuse it with ApiNotFound; the workbench must be taught it. */
export const unknownMember = (type: string, member: string): RichError =>
  new RichError('WorkbenchUnknownMember', `The workbench host does not know ${type}.${member}.`);

/** Refuses what needs the workbook's own window while another one is in front. */
export function requireFront({ switches }: Readonly<{ switches: Readonly<{ inFront: boolean }> }>): void {
  if (!switches.inFront)
    throw new RichError('InvalidOperation', 'This operation is not permitted for the current object.');
}
