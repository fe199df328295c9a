import type { Db } from '../db/dialect.ts'
import { problemsIn } from '../law/redact.ts'
import type { Problem } from '../law/redact.ts'
import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { knownOf } from './known_of.ts'
import type { CaseView } from './view.ts'

/** 《政府信息公开条例》 art. 15: whatever goes public holds no telephone, no identity number and nobody who signed. */
export async function checkPublish(
  db: Db,
  master: Buffer,
  { publishes }: Act,
  { text }: Parted,
  view: CaseView,
): Promise<Errors> {
  if (publishes !== 'yes') return {}
  const known = await knownOf(db, master, view)
  return Object.fromEntries(
    Object.entries(text).flatMap(([name, words]) => {
      const problems = problemsIn(words, known)
      return problems.length > 0 ? [[name, problems.slice(0, 5).map(sayProblem)]] : []
    }),
  )
}

const sayProblem = ({ kind, found }: Problem): Text => ({
  zh: `${kinds[kind].zh}“${found}”不能公开，请遮去或者删去`,
  en: `The ${kinds[kind].en} “${found}” must not be published: mask it or take it out`,
})

const kinds = {
  phone: { zh: '电话', en: 'telephone' },
  id: { zh: '证件号码', en: 'identity number' },
  email: { zh: '邮箱', en: 'e-mail address' },
  name: { zh: '提出人', en: 'signer' },
} satisfies Record<Problem['kind'], Text>
