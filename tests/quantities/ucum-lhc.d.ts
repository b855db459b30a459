/** What the tests ask of the reference implementation of UCUM, which has no types of its own. */
declare module '@lhncbc/ucum-lhc' {
  export const UcumLhcUtils: {
    getInstance(): {
      validateUnitString(code: string): { status: 'valid' | 'invalid' | 'error' }
      convertUnitTo(from: string, value: number, to: string): { toVal: number | null }
    }
  }
}
