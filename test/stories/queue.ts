import { urls } from '../../src/http/urls.ts'
import { arrive } from './verbs.ts'
import type { At } from './verbs.ts'

/** What a worklist says of a case, in one line; the worklist is looked over as it comes. */
export async function rowIn(at: At, queue: string, number: string): Promise<string> {
  await at.page.goto(urls.queue(queue))
  await arrive(at, /./)
  const row = at.page.getByRole('row').filter({ hasText: number })
  return (await row.first().innerText()).replaceAll(/\s+/g, ' ')
}

/** The number is in no row of a worklist. */
export async function isAbsentFrom(at: At, queue: string, number: string): Promise<boolean> {
  await at.page.goto(urls.queue(queue))
  await arrive(at, /./)
  return (await at.page.getByRole('row').filter({ hasText: number }).count()) === 0
}
