import type { Label } from '../src/language/label.ts'

/** The rooms of the catalogue, in the order of the menu. A register's `area` is its folder. */
export const areas = {
  college: { zh: '学校与人员', en: 'College and people' },
  students: { zh: '学生', en: 'Students' },
  staff: { zh: '教师', en: 'Staff' },
  teaching: { zh: '教学', en: 'Teaching' },
  facilities: { zh: '条件与资产', en: 'Facilities' },
  research: { zh: '科研与服务', en: 'Research and service' },
  international: { zh: '国际交流', en: 'International' },
  partnership: { zh: '产教融合', en: 'Industry partnership' },
  finance: { zh: '经费', en: 'Finance' },
  quality: { zh: '质量', en: 'Quality' },
} as const satisfies Record<string, Label>
