/** One command of `banjie`. The exit code is 0, or 1 where what was asked could not be done. */
export type Command = {
  /** Shown on wrong usage, without the leading `banjie`. */
  usage: string
  run: (args: string[], env: Env) => Promise<0 | 1>
}

export type Env = Readonly<Record<string, string | undefined>>

/** The line was typed wrongly: usage is shown and the exit code is 2. */
export class WrongUsage extends Error {}

/** What was asked cannot be done: one line on stderr and exit code 1, without a stack. */
export class CannotDo extends Error {}

/** For people, on stdout. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** For people, on stderr. */
export const complain = (line: string): void => void process.stderr.write(`${line}\n`)
