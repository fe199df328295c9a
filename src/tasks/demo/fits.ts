import type { Matter } from './matter.ts'
import { parentOf } from './seats.ts'
import { isTurnedAway } from './turned_away.ts'
import type { Wish } from './wish.ts'

export const goesOn = (matter: Matter) => !isTurnedAway(matter)
export const isRouteSix = (matter: Matter) =>
  goesOn(matter) && matter.route === '6' && matter.extensionReason === undefined
export const isPlain = (matter: Matter) => isRouteSix(matter) && matter.question === undefined
export const isReviewed = (matter: Matter) => isRouteSix(matter) && parentOf(matter.organ) === 'district-government'
export const isHousing = (matter: Matter) => isPlain(matter) && matter.organ === 'housing-bureau'
export const isOther = (matter: Matter) => goesOn(matter) && matter.kind !== 'appeal'
export const isPassedDown = (matter: Matter) =>
  isPlain(matter) && ['housing-bureau', 'human-resources-bureau'].includes(parentOf(matter.organ) ?? '')
export const isSeen = (matter: Matter) => isReviewed(matter) && isPlain(matter) && matter.channel !== 'online'
export const isMisread = ({ kind, accused }: Matter) =>
  kind === 'accusation' && accused !== 'urban-management-bureau' && accused !== 'petition-office'
export const isSuggestion = (matter: Matter) => goesOn(matter) && matter.kind === 'suggestion'
export const titled = (title: string) => (matter: Matter) => matter.title === title
export const isExtendable = (matter: Matter) => matter.extensionReason !== undefined

/** A fate, and which matters may have it. */
export type Wished = { fits: (matter: Matter) => boolean; wish: Wish }
export const stops = (fits: Wished['fits'], act: string, ...agos: number[]): Wished[] =>
  agos.map(ago => ({ fits, wish: { last: { act, ago } } }))
export const some = (fits: Wished['fits'], times: number, wish: Wish): Wished[] =>
  Array.from({ length: times }, () => ({ fits, wish }))
