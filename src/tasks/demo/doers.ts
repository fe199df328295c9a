import type { Step, Traveller } from './road.ts'
import { officeAfter } from './sent.ts'

type Tell = (act: string, after: number, input?: Step['input'], more?: Partial<Step>) => Step

/** Those around a matter, each telling what they do. */
export function doersOf(traveller: Traveller) {
  const { organ } = traveller.matter
  const office = officeAfter(traveller)
  return {
    petitioner: doer('petitioner', office),
    clerk: doer('clerk', office),
    chief: doer('chief', office),
    handler: doer('handler', organ),
    director: doer('director', organ),
    supervisor: doer('supervisor', 'party-supervision-office'),
    leader: doer('leader', 'district-government'),
    cityReviewer: doer('reviewer', 'city-petition-office'),
  } as const
}

const doer =
  (by: Step['by'], organ: string): Tell =>
  (act, after, input, more) => ({ act, by, organ, after, ...(input && { input }), ...more })
