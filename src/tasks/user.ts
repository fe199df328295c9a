import { system } from '../accounts/actor.ts'
import { change } from '../accounts/change.ts'
import { addPerson, seatPerson } from '../accounts/people.ts'
import { hashPassword } from '../accounts/password.ts'
import { problemWithPassword } from '../accounts/password_rules.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'

export type NewUser = {
  name: string
  login: string
  role: string
  /** Its id or its Chinese name. */
  organ: string
  /** Without one a one-time password is made, and given back once. */
  password?: string | undefined
}

/** Adds an official from the command line. */
export async function userAdd(
  store: Store,
  now: string,
  { name, login, role, organ, password }: NewUser,
): Promise<{ outcome: 'done'; id: string; password?: string } | { outcome: 'refused'; because: Text }> {
  const by = { actor: system, now }
  const asked = { name, login, roles: [role], organ: await organNamed(store, organ) }
  const problem = password === undefined ? null : problemWithPassword(password, login)
  if (problem) return { outcome: 'refused', because: problem }
  const changed = password === undefined ? await addPerson(store, by, asked) : await seated(password)
  if (changed.outcome === 'done') return changed
  return { outcome: 'refused', because: (changed.outcome === 'invalid' && first(changed.errors)) || unknown }

  async function seated(password: string) {
    const hash = await hashPassword(password)
    return change(store, trx => seatPerson(store, trx, by, asked, { hash, mustChange: false }))
  }
}

async function organNamed(store: Store, organ: string): Promise<string> {
  const row = await store.db
    .selectFrom('organs')
    .select('id')
    .where('active', '=', 1)
    .where(eb => eb.or([eb('id', '=', organ), eb('zh', '=', organ)]))
    .orderBy('path')
    .executeTakeFirst()
  return row?.id ?? ''
}

const first = (errors: Record<string, Text[]>) => Object.values(errors).flat()[0]

const unknown = { zh: '未能添加', en: 'Could not be added' }
