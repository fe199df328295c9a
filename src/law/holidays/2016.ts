import type { HolidayYear } from '../calendar.ts'

// Sources differ on Saturday 2016-04-02; one has it worked. Taken as rest: the notice only joins Monday 04-04 to the
// weekend (与周末连休) and takes no weekday off that a Saturday would have to make up.
export const y2016 = {
  year: 2016,
  source: '国务院办公厅放假通知',
  rest: [
    ['2016-01-01', '2016-01-01', '元旦'],
    ['2016-02-07', '2016-02-13', '春节'],
    ['2016-04-04', '2016-04-04', '清明节'],
    ['2016-05-01', '2016-05-02', '劳动节'],
    ['2016-06-09', '2016-06-11', '端午节'],
    ['2016-09-15', '2016-09-17', '中秋节'],
    ['2016-10-01', '2016-10-07', '国庆节'],
  ],
  work: ['2016-02-06', '2016-02-14', '2016-06-12', '2016-09-18', '2016-10-08', '2016-10-09'],
} as const satisfies HolidayYear
