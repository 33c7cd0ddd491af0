import { defineCodes } from '../../../src/language/codes.ts'

export const teachingPlaceKinds = defineCodes({
  name: 'teaching-place-kinds',
  label: { zh: '授课地点类别', en: 'Kind of teaching place' },
  officialName: 'SKDDLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'multimedia-room': { zh: '多媒体教室', en: 'Multimedia classroom' },
    'language-laboratory': { zh: '语音室', en: 'Language laboratory' },
    laboratory: { zh: '实验室', en: 'Laboratory' },
    'computer-room': { zh: '计算机房', en: 'Computer room' },
    classroom: { zh: '普通教室', en: 'Ordinary classroom' },
    'special-room': { zh: '专用教室', en: 'Special-purpose classroom' },
    'integrated-room': { zh: '一体化教室', en: 'Classroom for theory and practice' },
    'on-campus-practice': { zh: '校内实践教学场所', en: 'Practice place in the college' },
    'off-campus-practice': { zh: '校外实践教学场所', en: 'Practice place outside the college' },
    gymnasium: { zh: '体育馆', en: 'Gymnasium' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'multimedia-room': '1',
    'language-laboratory': '2',
    laboratory: '3',
    'computer-room': '4',
    classroom: '5',
    'special-room': '6',
    'integrated-room': '7',
    'on-campus-practice': '8',
    'off-campus-practice': '9',
    gymnasium: '10',
    other: '99',
  },
})
