/** Whether a row counts everybody on duty: 在职人员, with or without a unit in brackets. */
export function isOnDuty(label: string): boolean {
  return /^(?:年末)?(?:实有)?在职(?:人员|职工|人数)?(?:合计|总数|数)?(?:[（(].*[)）])?$/.test(label);
}

/** Whether a row counts the established staff: 在编人员. */
export function isEstablished(label: string): boolean {
  return /^(?:年末)?(?:实有)?在编(?:人员|职工|人数)?(?:合计|总数|数)?(?:[（(].*[)）])?$/.test(label);
}
