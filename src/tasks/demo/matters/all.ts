import type { Matter } from '../matter.ts'
import { accusations } from './accusations.ts'
import { city } from './city.ts'
import { consumers } from './consumers.ts'
import { environment } from './environment.ts'
import { farm } from './farm.ts'
import { health } from './health.ts'
import { heatingWater } from './heating-water.ts'
import { housingEstates } from './housing-estates.ts'
import { housingTitle } from './housing-title.ts'
import { many } from './many.ts'
import { notAccepted } from './not-accepted.ts'
import { parkingParks } from './parking-parks.ts'
import { personnel } from './personnel.ts'
import { policeCourt } from './police-court.ts'
import { roads } from './roads.ts'
import { schools } from './schools.ts'
import { socialInsurance } from './social-insurance.ts'
import { suggestionsCity } from './suggestions-city.ts'
import { suggestionsGovernance } from './suggestions-governance.ts'
import { suggestionsServices } from './suggestions-services.ts'
import { veteransWelfare } from './veterans-welfare.ts'
import { wages } from './wages.ts'

export const demoMatters: readonly Matter[] = [
  ...accusations,
  ...city,
  ...consumers,
  ...environment,
  ...farm,
  ...health,
  ...heatingWater,
  ...housingEstates,
  ...housingTitle,
  ...many,
  ...notAccepted,
  ...parkingParks,
  ...personnel,
  ...policeCourt,
  ...roads,
  ...schools,
  ...socialInsurance,
  ...suggestionsCity,
  ...suggestionsGovernance,
  ...suggestionsServices,
  ...veteransWelfare,
  ...wages,
]
