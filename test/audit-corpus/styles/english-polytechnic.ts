import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { added, lines } from './rows.ts'

const FACULTIES: readonly (readonly [string, number, number, number])[] = [
  ['Engineering', 2864, 148, 612],
  ['Computing', 2316, 121, 486],
  ['Business', 3042, 137, 738],
  ['Health', 1728, 104, 391],
  ['Design', 1164, 68, 264],
  ['Hospitality', 886, 49, 213],
]

/** An English yearly report: thousands separators, tables with heads in two rows, shares in brackets. */
export const englishPolytechnic = written(
  'riverside-annual-report',
  'html',
  `
# Riverside Polytechnic: Annual Report 2023
# 1 The year in brief
In 2023 the polytechnic taught {students=12000} students in six faculties, {more=students-was} more than the {was=11436} of the year before, a rise of {rise=was>students,2}%. It employed {staff=1042} people, of whom {teachers=627} were teachers ({teacherShare=teachers%staff,1}%) and {others=415} worked in administration and services.
Total income was {income=186.4} million yuan, {incomeRise=incomeWas>income,1}% more than the {incomeWas=171.9} million yuan of 2022. Expenditure came to {spent=178.2} million yuan, which left a surplus of {left=income-spent} million yuan.
The polytechnic opened {newProgrammes=4} new programmes and closed {closed=2}; at the end of the year it offered {programmes=58} programmes, {pg1=21} of them in engineering, {pg2=14} in business, {pg3=9} in health and {pg4=14} in other fields.
# 2 Students
# 2.1 Enrolment
Table 1. Students and teachers by faculty
| Faculty | Students | Teachers | Graduates | Student-teacher ratio |
${lines(FACULTIES, ([name, kids, staff, out], n) => `| ${name} | {s${n}=${kids}} | {t${n}=${staff}} | {g${n}=${out}} | {r${n}=s${n}:t${n},1} |`)}
| Total | {students} | {teachers} | {gAll==${added('g', 6)}} | {rAll=students:teachers,1} |
Business was the largest faculty with {s3} students ({s3Share=s3%students,1}%), Hospitality the smallest with {s6} ({s6Share=s6%students,1}%). Of all students, {women=5184} were women ({womenShare=women%students,1}%) and {men=6816} were men. {abroad=342} students came from abroad.
The polytechnic received {asked=9864} applications for {placesN=4200} places, that is {perPlace=asked:placesN,2} applications per place. It made {offers=4986} offers and {came=4128} applicants took them up, a take-up rate of {cameRate=came%offers,1}%.
# 2.2 Retention and results
Of the {started=4016} students who began in 2022, {stayed=3772} were still enrolled a year later, a retention rate of {stayRate=stayed%started,1}%. In the final examinations {sat=2788} candidates sat and {passed=2704} passed: the pass rate was {passRate=passed%sat,1}%.
Table 2. Results of the final examinations
| Result | 2021 | 2022 | 2023 |
| Distinction | {d1=364} | {d2=392} | {d3=428} |
| Merit | {e1=986} | {e2=1034} | {e3=1112} |
| Pass | {f1=1108} | {f2=1136} | {f3=1164} |
| Total passed | {h1==d1+e1+f1} | {h2==d2+e2+f2} | {passed} |
The number of distinctions rose from {d2} to {d3}, an increase of {dRise=d2>d3,1}%.
# 2.3 Graduates
The {gAll} graduates of 2023 were asked in December; {replied=2416} replied, a response rate of {replyRate=replied%gAll,1}%. Of those who replied, {work=1782} were in work, {study=486} were studying, {own=64} had started a business and {none=84} were still looking. The employment rate was therefore {workRate=work%replied,1}%. Average pay was {pay=5280} yuan a month, {payRise=payWas>pay,1}% more than the {payWas=4960} yuan of the class of 2022.
# 3 Teaching staff
The {teachers} teachers comprised {p1=62} professors, {p2=198} associate professors, {p3=271} lecturers and {p4=96} assistants. {doctor=214} held a doctorate ({doctorShare=doctor%teachers,1}%) and {double=438} had worked in industry for two years or more ({doubleShare=double%teachers,1}%). They gave {hours=228228} hours of lessons, an average of {hoursPer=hours/teachers,0} hours per teacher.
During the year {joined=58} teachers joined and {leftT=41} left. Staff attended {courses=186} courses with {seats=3906} places taken, an average of {seatsPer=seats/courses,1} per course.
# 4 Work with industry
The polytechnic worked with {firms=164} companies, {firmsMore=firms-firmsWas} more than in 2022 ({firmsWas=148}). {interns=3184} students took a placement of at least 12 weeks; {kept=1128} of them ({keptShare=kept%interns,1}%) were later hired by the same company. Companies lent equipment worth {kit=8.62} {u.kit=million} yuan and gave {chairs=14} scholarships.
Table 3. Contract research and training income (thousand yuan)
| Source | 2022 | 2023 | Change (%) |
| Research contracts | {w1=12640} | {x1=14186} | {y1=w1>x1,1} |
| Consulting | {w2=4820} | {x2=5364} | {y2=w2>x2,1} |
| Training courses | {w3=9860} | {x3=10418} | {y3=w3>x3,1} |
| Licences | {w4=640} | {x4=712} | {y4=w4>x4,1} |
| Total | {wAll==w1+w2+w3+w4} | {xAll==x1+x2+x3+x4} | {yAll=wAll>xAll,1} |
Training courses brought {x3} thousand yuan, or {x3Share=x3%xAll,1}% of the total. In all {trainees=18642} people took part in {runs=412} courses, on average {runPer=trainees/runs,1} per course.
# 5 Campus and library
The campus covers {land=68.4} hectares, with {floor=246800} square metres of floor space, of which {teachSpace=128600} square metres are for teaching ({teachShare=teachSpace%floor,1}%). Equipment for teaching was worth {equip=164.8} million yuan, {equipNew=18.6} million of it bought in 2023. The library holds {books=864200} printed volumes, {bookPer=books/students,1} per student, and {ebooks=1246000} electronic ones. Readers borrowed {loans=98460} volumes, {loansFall=loansWas>loans,1}% fewer than in 2022 ({loansWas=104820}).
# 6 Finance
Table 4. Income (million yuan)
| Source | Amount | Share (%) |
| Government grants | {i1=98.6} | {is1=i1%income,1} |
| Tuition fees | {i2=52.3} | {is2=i2%income,1} |
| Contracts and training | {i3=30.7} | {is3=i3%income,1} |
| Donations and other | {i4=4.8} | {is4=i4%income,1} |
| Total | {income} | 100.0 |
Government grants made up {is1}% of income and tuition fees {is2}%. Staff costs were {costStaff=104.6} million yuan, {costShare=costStaff%spent,1}% of expenditure; teaching materials took {costTeach=31.4} million, buildings {costBuild=28.9} million and everything else {costOther=13.3} million.
# 7 Satisfaction
In the yearly survey {askedS=6400} students were sent a questionnaire and {answered=5216} returned it ({answerShare=answered%askedS,1}%). {happy=4684} were satisfied or very satisfied ({happyShare=happy%answered,1}%), {neutral=398} were neutral and {unhappy=134} dissatisfied. Employers gave an average mark of {mark=4.4} out of 5.
# 8 Plans for 2024
The polytechnic plans to admit {admit=4300} students, open {openNext=3} programmes and raise income to {incomeNext=195.0} million yuan, {nextRise=income>incomeNext,1}% more than in 2023.
`,
  {
    relations: [
      relate.parts('staff', 'teachers', 'others'),
      relate.parts('programmes', 'pg1', 'pg2', 'pg3', 'pg4'),
      relate.total('students@2', 's1', 's2', 's3', 's4', 's5', 's6'),
      relate.total('teachers@2', 't1', 't2', 't3', 't4', 't5', 't6'),
      relate.parts('students', 'women', 'men'),
      relate.total('passed@2', 'd3', 'e3', 'f3'),
      relate.parts('replied', 'work', 'study', 'own', 'none'),
      relate.parts('teachers@3', 'p1', 'p2', 'p3', 'p4'),
      relate.total('income@2', 'i1', 'i2', 'i3', 'i4'),
      relate.parts('spent', 'costStaff', 'costTeach', 'costBuild', 'costOther'),
      relate.parts('answered', 'happy', 'neutral', 'unhappy'),
      relate.order('passed', 'sat'),
      relate.order('stayed', 'started'),
      relate.order('came', 'offers'),
      relate.order('kept', 'interns'),
      relate.order('replied', 'gAll@2'),
      relate.order('answered', 'askedS'),
      relate.order('doctor', 'teachers@3'),
      relate.order('teachSpace', 'floor'),
      relate.impossible('passRate', '197.0'),
      relate.impossible('stayRate', '193.9'),
      relate.impossible('keptShare', '135.4'),
      relate.unit('kit', 'u.kit', 'billion'),
    ],
  },
)
