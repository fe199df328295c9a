import type { HolidayYear } from '../calendar.ts'

// Sources differ on Saturdays 2018-06-16 and 2018-09-22; one has them worked. Taken as rest: the notice only joins
// Mondays 06-18 and 09-24 to the weekend (与周末连休) and takes no weekday off that a Saturday would have to make up.
export const y2018 = {
  year: 2018,
  source: '国务院办公厅放假通知',
  rest: [
    ['2018-01-01', '2018-01-01', '元旦'],
    ['2018-02-15', '2018-02-21', '春节'],
    ['2018-04-05', '2018-04-07', '清明节'],
    ['2018-04-29', '2018-05-01', '劳动节'],
    ['2018-06-18', '2018-06-18', '端午节'],
    ['2018-09-24', '2018-09-24', '中秋节'],
    ['2018-10-01', '2018-10-07', '国庆节'],
    ['2018-12-30', '2018-12-31', '元旦'],
  ],
  work: ['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30', '2018-12-29'],
} as const satisfies HolidayYear
