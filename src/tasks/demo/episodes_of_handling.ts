import type { Episode } from './episode.ts'
import { said } from './said.ts'
import { wrongOrgan } from './objected.ts'

/** What may happen while a matter is handled: mediation, hearing, co-handling, another class, another day. */
export const handlingEpisodes = {
  settled: {
    after: 'accept',
    tell: ({ handler }) => [
      handler('mediate', 4, { way: 'mediation', note: said.mediating }),
      handler('reachAgreement', 7, { agreement: 'mediation', terms: said.settling }, { days: { signedOn: 0 } }),
    ],
  },
  unsettled: {
    after: 'accept',
    tell: ({ handler }) => [
      handler('mediate', 5, { way: 'reconciliation', note: said.reconciling }),
      handler('endMediation', 9, { reason: said.endingMediation }),
    ],
  },
  heard: {
    after: 'accept',
    tell: ({ handler }) => [
      handler('openHearing', 8, { note: said.hearing }),
      handler('closeHearing', 10, { result: said.heard }),
    ],
  },
  coHandled: {
    after: 'accept',
    tell: ({ handler }, { matter }) => [
      handler('involve', 2, { organ: wrongOrgan(matter.organ), note: said.involving }),
      { act: 'opine', by: 'coHandler', organ: wrongOrgan(matter.organ), after: 9, input: { opinion: said.opining } },
    ],
  },
  coHandlerDismissed: {
    after: 'accept',
    tell: ({ handler }, { matter }) => [
      handler('involve', 2, { organ: wrongOrgan(matter.organ), note: said.involving }),
      handler('dismiss', 4, { reason: said.dismissing }),
    ],
  },
  corrected: {
    after: 'serve',
    tell: ({ chief }) => [
      chief('correct', 2, { act: 'serve', reason: said.correcting }, { days: { day: { of: 'serve', plus: -1 } } }),
    ],
  },
  reclassified: {
    after: 'register',
    tell: ({ clerk }, { matter }) => {
      const organ = wrongOrgan(matter.organ)
      const { kind, route, category, accused } = matter
      const accusedOrgans = accused === undefined ? undefined : [accused]
      return [
        clerk('transfer', 1, { organ }),
        { act: 'receive', by: 'handler', organ, after: 1 },
        clerk('reclassify', 3, {
          kind,
          category,
          reason: kind === 'suggestion' ? said.isSuggestion : said.isAccusation,
          ...(route && { route }),
          ...(accusedOrgans && { accusedOrgans }),
        }),
      ]
    },
  },
  revived: {
    after: 'register',
    tell: ({ clerk, chief }) => [
      clerk('refuse', 2, { ground: 'authority', reason: said.refusingWrongly }),
      chief('revive', 5, { reason: said.reviving }),
    ],
  },
  urgent: {
    after: 'register',
    tell: ({ clerk }, { luck }) => [
      clerk('reportUrgent', luck.pick([0, 0, 3]), { to: luck.pick(['government', 'superior']), report: said.urgent }),
    ],
  },
  cared: { after: 'conclude', tell: ({ clerk }) => [clerk('care', 12, { measure: 'talk', note: said.talking })] },
  helped: {
    after: 'conclude',
    tell: ({ clerk, handler }) => [
      clerk('care', 9, { measure: 'ease', note: said.easing }),
      handler('care', 20, { measure: 'help', note: said.helping }),
    ],
  },
  movedUp: {
    after: 'requestReview',
    tell: ({ chief }) => [chief('reassignReview', 2, { reason: said.movingUp })],
  },
  reReviewHeard: {
    after: 'requestReReview',
    tell: ({ cityReviewer }) => [
      cityReviewer('openHearing', 6, { note: said.hearingAgain }),
      cityReviewer('closeHearing', 21, { result: said.heardAgain }),
    ],
  },
} satisfies Record<string, Episode>
