/** Nothing is counted past 999: see `src/overview/clocks.ts`. */
export const sayUpTo = (n: number): string => (n > 999 ? '999+' : String(n))
