/** One line of JSON on stdout. Never a name, number, address or query of a person. */
export const log = (line: Readonly<Record<string, unknown>>): void =>
  void process.stdout.write(JSON.stringify(line) + '\n')

/** What went wrong, and where. */
export const saidBy = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
