import { grouped, many, names, per, risen, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const whole = (number: number): string => grouped(number, 0)

const lastYear: MadeDocument = {
  name: 'english-report-2022',
  format: 'md',
  figures: { students: '6,184', graduates: '1,982', employed: '1,868', training: '11,250', revenue: '21.84' },
  text: `
# Quality Report 2022
In 2022 the college had {students} full-time students. Of {graduates} graduates, {employed} had found a destination.
Short courses were attended by {training} people. Revenue was 21.84 million yuan from all services in 2022.
Revenue from services: {revenue} million yuan.
`,
  relations: [],
}

/** A quality report in English, with thousands separators. */
export const englishReport: MadeDocument = {
  name: 'english-report',
  format: 'md',
  lastYear,
  figures: {
    'no.s1': '1',
    'no.s2': '2',
    'no.s3': '3',
    'no.s4': '4',
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    students: whole(6452),
    studentsBefore: whole(6184),
    studentsRise: risen(6184, 6452, 1),
    women: whole(3097),
    men: whole(3355),
    ...many('year', [whole(2210), whole(2136), whole(2106)]),
    teachers: '356',
    senior: '118',
    seniorShare: share(118, 356, 1),
    practice: '267',
    practiceShare: share(267, 356, 1),
    ratio: per(6452, 356, 1),
    graduates: whole(2058),
    graduatesBefore: whole(1982),
    employed: whole(1957),
    employedBefore: whole(1868),
    rate: share(1957, 2058, 1),
    rateBefore: share(1868, 1982, 1),
    ...many('sector', [whole(1042), '418', '372', '125']),
    ...many(
      'sectorShare',
      [1042, 418, 372, 125].map((n) => share(n, 1957, 1)),
    ),
    income: whole(5236),
    asked: whole(2400),
    answered: whole(2016),
    response: share(2016, 2400, 1),
    ...many(
      'answer',
      [846, 762, 318, 72, 18].map((n) => String(n)),
    ),
    satisfied: share(846 + 762 + 318, 2016, 1),
    training: whole(12480),
    trainingBefore: whole(11250),
    trainingRise: risen(11250, 12480, 1),
    courses: '160',
    perCourse: per(12480, 160, 0),
    revenue: '23.65',
    revenueBefore: '21.84',
    revenueMore: '1.81',
    'u.revenue': 'million',
    ...many('revenuePart', ['14.20', '6.35', '3.10']),
    patents: '64',
    inventions: '19',
    partners: '27',
    countries: '14',
    abroad: '83',
    date: '18 January 2024',
  },
  text: `
# Annual Quality Report 2023, Harbour Polytechnic College
Approved by the academic board on {date}. Reference HPC/2024/07. Telephone +86 555 0102 334.
## {no.s1} Students and staff
In autumn 2023 the college had {students} full-time students ({women} women and {men} men), up {studentsRise}% from {studentsBefore} in 2022. Of these, {year1} were in their first year, {year2} in their second and {year3} in their third.
There were {teachers} full-time teachers, of whom {senior} ({seniorShare}%) held a senior title and {practice} ({practiceShare}%) were qualified both as teachers and in their trade. The student-teacher ratio was {ratio}:1. Around 60 part-time instructors from industry taught between 2 and 8 hours a week.
Table {no.t1}. Full-time students by year of study
| Year of study | Students |
| First year | {year1} |
| Second year | {year2} |
| Third year | {year3} |
| Total | {students} |
## {no.s2} Graduates
Of the {graduates} graduates of 2023, {employed} had a destination by 31 August 2023, a rate of {rate}%. The year before it was {employedBefore} of {graduatesBefore} ({rateBefore}%). The average monthly income half a year after graduation was {income} yuan; most offers lay between 4,000 and 6,500 yuan.
Table {no.t2}. Destinations of the graduates of 2023
| Destination | Graduates | Share (%) |
| Manufacturing | {sector1} | {sectorShare1} |
| Services | {sector2} | {sectorShare2} |
| Further study | {sector3} | {sectorShare3} |
| Self-employed and other | {sector4} | {sectorShare4} |
| Total | {employed} | 100.0 |
## {no.s3} What students say
The questionnaire was sent to {asked} students and {answered} replied, a response rate of {response}%. Of those who replied, {answer1} were very satisfied, {answer2} satisfied, {answer3} fairly satisfied, {answer4} dissatisfied and {answer5} very dissatisfied; {satisfied}% were at least fairly satisfied.
## {no.s4} Service to society
Short courses were attended by {training} people, {trainingRise}% more than the {trainingBefore} of 2022; {courses} courses were held, with an average of {perCourse} people per course.
Revenue from services reached {revenue} {u.revenue} yuan, {revenueMore} million yuan more than the {revenueBefore} million yuan of 2022.
Table {no.t3}. Revenue from services (million yuan)
| Source | 2023 |
| Training | {revenuePart1} |
| Technical services | {revenuePart2} |
| Other | {revenuePart3} |
| Total | {revenue} |
In 2023, {patents} patents were granted, of which {inventions} were inventions. The college worked with {partners} partners in {countries} countries and sent {abroad} students abroad. More than 1,000 visitors came to the open day.
`,
  relations: [
    relate.numbering(...names('no.s', 4)),
    relate.numbering(...names('no.t', 3)),
    relate.parts('students', 'women', 'men'),
    relate.growth('studentsRise', 'studentsBefore', 'students'),
    relate.parts('students', ...names('year', 3)),
    relate.percentage('seniorShare', 'senior', 'teachers'),
    relate.percentage('practiceShare', 'practice', 'teachers'),
    relate.ratio('ratio', 'students', 'teachers'),
    relate.total('students@2', 'year1@2', 'year2@2', 'year3@2'),
    relate.percentage('rate', 'employed', 'graduates'),
    relate.percentage('rateBefore', 'employedBefore', 'graduatesBefore'),
    relate.order('employed', 'graduates'),
    relate.order('senior', 'teachers'),
    relate.order('inventions', 'patents'),
    relate.total('employed@2', ...names('sector', 4)),
    ...names('sector', 4).map((sector, i) => relate.percentage(`sectorShare${i + 1}`, sector, 'employed@2')),
    relate.percentage('response', 'answered', 'asked'),
    relate.impossible('answered', '2,616'),
    relate.impossible('rate', '195.1'),
    relate.impossible('abroad', '-83'),
    relate.impossible('date', '38 January 2024', '18 January 2124'),
    relate.parts('answered', ...names('answer', 5)),
    relate.growth('trainingRise', 'trainingBefore', 'training'),
    relate.quotient('perCourse', 'training', 'courses'),
    relate.difference('revenueMore', 'revenueBefore', 'revenue'),
    relate.total('revenue@2', ...names('revenuePart', 3)),
    relate.unit('revenue', 'u.revenue', 'billion'),
    relate.lastYear('studentsBefore', 'students'),
    relate.lastYear('employedBefore', 'employed'),
    relate.lastYear('graduatesBefore', 'graduates'),
    relate.lastYear('trainingBefore', 'training'),
    relate.lastYear('revenueBefore', 'revenue'),
  ],
}
