import type { CaseFacts } from '../facts.ts'
import type { Condition } from '../procedure.ts'

/** What organs still owe each other in a matter. */
export const coHandlersHeard: Condition = {
  title: { zh: '会办意见齐全', en: 'Every co-handler has given its opinion' },
  because: { zh: '还有会办单位没有提出意见', en: 'a co-handler has not given its opinion yet' },
  cites: 'XF 24',
  holds: facts => !isOwed(facts, ['co-handler']),
}

export const nothingOwed: Condition = {
  title: { zh: '交办、督办、建议和批示都已了结', en: 'Reports, supervision, proposals and instructions are settled' },
  because: {
    zh: '还有交办、督办、改进建议或者领导批示没有了结',
    en: 'a report, a supervision, a proposal or an instruction is still open',
  },
  cites: 'XF 22(3)',
  holds: facts => !isOwed(facts, ['hop', 'supervision', 'proposal', 'instruction']),
}

const isOwed = ({ assignments }: CaseFacts, roles: readonly string[]) =>
  assignments.some(part => part.isOpen && roles.includes(part.role))
