import type { HolidayYear } from '../calendar.ts'

export const y2020 = {
  year: 2020,
  source: '国务院办公厅放假通知',
  rest: [
    ['2020-01-01', '2020-01-01', '元旦'],
    // Lengthened in January 2020 against the epidemic, from 01-30 to 02-02; the make-up day set for 02-01 fell away.
    ['2020-01-24', '2020-02-02', '春节'],
    ['2020-04-04', '2020-04-06', '清明节'],
    ['2020-05-01', '2020-05-05', '劳动节'],
    ['2020-06-25', '2020-06-27', '端午节'],
    ['2020-10-01', '2020-10-08', '国庆节'],
  ],
  work: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
} as const satisfies HolidayYear
