/**
 * Two decimals from whole numbers, half up. Nothing to divide by is null; what is not complete never reads 100.00,
 * and what is not nothing never reads 0.00.
 */
export function rateOf(numerator: number, denominator: number): string | null {
  return denominator === 0 ? null : sayHundredths(hundredths(numerator, denominator))
}

/** The change between two rates as printed, in percentage points with its sign; null where either is missing. */
export function pointsBetween(rate: string | null, earlier: string | null): string | null {
  if (rate === null || earlier === null) return null
  const change = BigInt(rate.replace('.', '')) - BigInt(earlier.replace('.', ''))
  return change < 0n ? `-${sayHundredths(-change)}` : change > 0n ? `+${sayHundredths(change)}` : '0.00'
}

/** The change of a count in per cent of what it was, with its sign; null over nothing. */
export function perCentBetween(count: number, earlier: number): string | null {
  const rate = rateOf(Math.abs(count - earlier), earlier)
  return rate === null ? null : `${count < earlier ? '-' : count > earlier ? '+' : ''}${rate}%`
}

function hundredths(numerator: number, denominator: number): bigint {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  const rounded = (n * 20_000n + d) / (2n * d)
  if (n < d && rounded >= 10_000n) return 9_999n
  return n > 0n && rounded === 0n ? 1n : rounded
}

const sayHundredths = (value: bigint): string => {
  const digits = String(value).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
