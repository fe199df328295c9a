import type { doersOf } from './doers.ts'
import type { Episode } from './episode.ts'
import { said } from './said.ts'

/** What may happen above a matter: urging, supervision, proposals, a leader in charge. */
export const supervisionEpisodes = {
  supervisedOverdue: {
    after: 'accept',
    tell: ({ clerk, handler }) => [
      clerk('urge', 61, { note: said.urging }),
      clerk('supervise', 4, { trigger: 'overdue', demand: said.demandingAnswer }),
      handler('answerSupervision', 6, { answer: said.excusing }),
      clerk('returnSupervisionAnswer', 1, { reason: said.noExcuse }),
      handler('answerSupervision', 3, { answer: said.promising }),
      clerk('liftSupervision', 1),
    ],
  },
  supervisedFeedback: {
    after: 'serve',
    tell: by => supervised(by.clerk, by.director, 'noFeedback', said.demandingFeedback, said.feedingBack),
  },
  supervisedShirking: {
    after: 'accept',
    tell: by => supervised(by.supervisor, by.director, 'shirking', said.demandingWork, said.correctingWork),
  },
  supervisedNotDone: {
    after: 'serve',
    tell: by => supervised(by.supervisor, by.handler, 'notDone', said.demandingDeeds, said.doneAtLast),
  },
  supervisedProcedure: {
    after: 'receive',
    tell: by => supervised(by.clerk, by.handler, 'procedure', said.demandingProcedure, said.procedureMended),
  },
  improveProposed: {
    after: 'serve',
    tell: by => proposed(by, 'improve', said.proposingWork, 'whole', said.adopting),
  },
  policyProposed: {
    after: 'serve',
    tell: by => proposed(by, 'policy', said.proposingPolicy, 'part', said.adoptingPart),
  },
  accountProposed: {
    after: 'answer',
    tell: by => proposed(by, 'account', said.proposingAccount, 'none', said.adoptingNone),
  },
  inCharge: {
    after: 'accept',
    tell: ({ chief, leader, handler }) => [
      chief('putInCharge', 2, { leader: 'lincheng', note: said.charging }),
      leader('instruct', 1, { instruction: said.instructing }, { days: { reportBy: 20 } }),
      handler('reportInstruction', 8, { result: said.reportingInstruction }),
      leader('returnInstruction', 1, { reason: said.returningInstruction }),
      handler('reportInstruction', 4, { result: said.reportingAgain }),
      leader('endInstruction', 1),
      leader('endCharge', 1, { reason: said.endingCharge }),
    ],
  },
  instructed: {
    after: 'accept',
    tell: ({ leader, handler }) => [
      leader('putInCharge', 3),
      leader('instruct', 0, { instruction: said.instructingFirmly }, { days: { reportBy: 30 } }),
      handler('reportInstruction', 12, { result: said.reportingAgain }),
      leader('endInstruction', 2),
      leader('endCharge', 1, { reason: said.endingCharge }),
    ],
  },
} satisfies Record<string, Episode>

type By = ReturnType<typeof doersOf>
type Doer = By[keyof By]

const supervised = (above: Doer, below: Doer, trigger: string, demand: string, answer: string) => [
  above('supervise', 3, { trigger, demand }),
  below('answerSupervision', 8, { answer }),
  above('liftSupervision', 2),
]

const proposed = ({ clerk, director }: By, about: string, proposal: string, adoption: string, answer: string) => [
  clerk('propose', 2, { about, proposal }),
  director('answerProposal', 9, { adoption, answer }),
]
