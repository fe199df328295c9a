export type Measured = { what: string; perSecond: number; p50: number; p99: number; cpu: number; queries: number }

/** So many at a time, so often; in milliseconds. `cpu` is what one took of a core, however busy the machine was. */
export async function measure(
  what: string,
  { times, lanes }: { times: number; lanes: number },
  once: (i: number) => Promise<unknown>,
): Promise<Omit<Measured, 'queries'>> {
  for (let i = 0; i < 5; i++) await once(i)
  const took: number[] = []
  let next = 5
  const begun = performance.now()
  const used = process.cpuUsage()
  const lane = async () => {
    while (next < times + 5) {
      const start = performance.now()
      await once(next++)
      took.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(used)
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return {
    what,
    perSecond: took.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (user + system) / 1000 / took.length,
  }
}
