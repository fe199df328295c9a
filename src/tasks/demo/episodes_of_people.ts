import type { Episode } from './episode.ts'
import { nameOf } from './petitioners.ts'
import { said } from './said.ts'

const clerkToKeepAway = '田悦'

/** What may happen about people: who speaks for the petitioner, how they are reached, who must keep away. */
export const peopleEpisodes = {
  agent: {
    after: 'register',
    tell: ({ petitioner }, { luck }) => [
      petitioner('authoriseAgent', 1, {
        agentName: nameOf(luck),
        agentPhone: '13800009001',
        relation: 'relative',
        mandate: 'written',
      }),
    ],
  },
  agency: {
    after: 'receive',
    tell: ({ clerk, petitioner }, { luck }) => [
      clerk('authoriseAgent', 1, {
        agentName: nameOf(luck),
        agentPhone: '13800009002',
        relation: 'lawyer',
        mandate: 'written',
      }),
      petitioner('endAgency', 6, { reason: said.endingAgency }),
    ],
  },
  moved: {
    after: 'accept',
    tell: ({ petitioner }, { person }) => [
      petitioner('changeContact', 3, { address: said.newAddress, secondFact: person.phone.slice(-4) }),
    ],
  },
  movedAtCounter: {
    after: 'accept',
    tell: ({ clerk }, { person }) => [
      clerk('recordContact', 4, { address: said.newAddress, proof: 'card', idNumber: person.idNumber }),
    ],
  },
  lostCode: {
    after: 'accept',
    tell: ({ clerk }, { person }) => [clerk('renewCode', 6, { proof: 'register', idNumber: person.idNumber })],
  },
  recusalGranted: {
    after: 'register',
    tell: ({ petitioner, chief }) => [
      petitioner('requestRecusal', 0, { who: clerkToKeepAway, reason: said.isNeighbour }),
      chief('decideRecusal', 1, {
        decision: 'granted',
        accusedPeople: clerkToKeepAway,
        reason: said.grantingRecusal,
      }),
    ],
  },
  recusalDenied: {
    after: 'accept',
    tell: ({ petitioner, director }) => [
      petitioner('requestRecusal', 2, { who: said.handlerInCharge, reason: said.handledBefore }),
      director('decideRecusal', 2, { decision: 'denied', reason: said.denyingRecusal }),
    ],
  },
  recused: {
    after: 'register',
    tell: ({ clerk }) => [clerk('recuse', 0, { reason: said.recusing }, { who: 'tianyue' })],
  },
} satisfies Record<string, Episode>
