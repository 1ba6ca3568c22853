/** Whether Windows takes the name of a file for that of a device, whatever stands behind its first dot. */
export function isDeviceName(name: string): boolean {
  const [base = ''] = name.split('.');
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i.test(
    base.trimEnd(),
  );
}
