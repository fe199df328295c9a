import { proposalsAgriculture } from '../matters/motions/proposals-agriculture.ts'
import { proposalsCity } from '../matters/motions/proposals-city.ts'
import { proposalsCivilAffairs } from '../matters/motions/proposals-civil-affairs.ts'
import { proposalsEconomy } from '../matters/motions/proposals-economy.ts'
import { proposalsEducationCulture } from '../matters/motions/proposals-education-culture.ts'
import { proposalsEnvironment } from '../matters/motions/proposals-environment.ts'
import { proposalsHealth } from '../matters/motions/proposals-health.ts'
import { proposalsLaw } from '../matters/motions/proposals-law.ts'
import { proposalsMerged } from '../matters/motions/proposals-merged.ts'
import { proposalsNotFiled } from '../matters/motions/proposals-not-filed.ts'
import { proposalsTransport } from '../matters/motions/proposals-transport.ts'
import { suggestionsAgriculture } from '../matters/motions/suggestions-agriculture.ts'
import { suggestionsBetweenSessions } from '../matters/motions/suggestions-between-sessions.ts'
import { suggestionsCity } from '../matters/motions/suggestions-city.ts'
import { suggestionsCivilAffairs } from '../matters/motions/suggestions-civil-affairs.ts'
import { suggestionsEconomy } from '../matters/motions/suggestions-economy.ts'
import { suggestionsEducationCulture } from '../matters/motions/suggestions-education-culture.ts'
import { suggestionsEnvironment } from '../matters/motions/suggestions-environment.ts'
import { suggestionsHealth } from '../matters/motions/suggestions-health.ts'
import { suggestionsLaw } from '../matters/motions/suggestions-law.ts'
import { suggestionsTransport } from '../matters/motions/suggestions-transport.ts'
import type { MergedProposal, Motion, NotFiledProposal } from './motion.ts'

/** 115 suggestions: a hundred of the session (24 solved, 74 promised, 2 for reference), then fifteen put between sessions. */
export const demoSuggestions: readonly Motion[] = [
  ...suggestionsEconomy,
  ...suggestionsAgriculture,
  ...suggestionsCity,
  ...suggestionsEnvironment,
  ...suggestionsEducationCulture,
  ...suggestionsHealth,
  ...suggestionsCivilAffairs,
  ...suggestionsLaw,
  ...suggestionsTransport,
  ...suggestionsBetweenSessions,
]

/** 84 proposals that are filed. */
export const demoProposals: readonly Motion[] = [
  ...proposalsEconomy,
  ...proposalsAgriculture,
  ...proposalsCity,
  ...proposalsEnvironment,
  ...proposalsEducationCulture,
  ...proposalsHealth,
  ...proposalsCivilAffairs,
  ...proposalsLaw,
  ...proposalsTransport,
]

export const mergedProposals: readonly MergedProposal[] = proposalsMerged.map(({ motion, into }) => ({
  motion,
  into: demoProposals.findIndex(({ title }) => title === into),
}))

export const notFiledProposals: readonly NotFiledProposal[] = proposalsNotFiled
