import { defineRole } from '../src/language/role.ts'

/** Held by an account at a unit, from a day to a day: see docs/glossary.md. */
export const roles = [
  defineRole({
    name: 'system-administrator',
    label: { zh: '系统管理员', en: 'System administrator' },
    permissions: [
      'accounts.manage',
      'settings.manage',
      'codes.manage',
      'standards.manage',
      'audit.read',
      'figures.read-unapproved',
      'data.export',
    ],
  }),
  defineRole({
    name: 'college-leader',
    label: { zh: '校领导', en: 'College leader' },
    permissions: ['figures.read-unapproved', 'reports.sign-off', 'data.export'],
  }),
  defineRole({
    name: 'quality-office',
    label: { zh: '质量管理办公室', en: 'Quality office' },
    permissions: [
      'figures.enter',
      'figures.review',
      'figures.approve',
      'figures.publish',
      'figures.read-unapproved',
      'reports.write',
      'reports.review',
      'reports.sign-off',
      'reports.publish',
      'data.export',
      'codes.manage',
      'standards.manage',
    ],
  }),
  defineRole({
    name: 'unit-head',
    label: { zh: '部门负责人', en: 'Head of unit' },
    permissions: [
      'figures.enter',
      'figures.review',
      'figures.read-unapproved',
      'reports.write',
      'reports.review',
      'data.export',
    ],
  }),
  defineRole({
    name: 'unit-filler',
    label: { zh: '部门填报员', en: 'Unit secretary' },
    permissions: ['figures.enter', 'figures.read-unapproved', 'reports.write', 'data.export'],
  }),
  defineRole({
    name: 'reviewer',
    label: { zh: '审核员', en: 'Reviewer' },
    permissions: ['figures.review', 'figures.read-unapproved', 'reports.review', 'data.export'],
  }),
  defineRole({ name: 'teacher', label: { zh: '教师', en: 'Teacher' }, permissions: [] }),
  // From outside: sees and fills the sheets made for them, and nothing else.
  defineRole({ name: 'scoring-expert', label: { zh: '评分专家', en: 'Scoring expert' }, permissions: [] }),
  defineRole({ name: 'student', label: { zh: '学生', en: 'Student' }, permissions: [] }),
  // From the credit bank's public door: any citizen, their own account and nothing else.
  defineRole({ name: 'learner', label: { zh: '学习者', en: 'Learner' }, permissions: [] }),
  defineRole({ name: 'guest', label: { zh: '访客', en: 'Guest' }, permissions: [] }),
  defineRole({
    name: 'auditor',
    label: { zh: '审计员', en: 'Auditor' },
    permissions: ['audit.read', 'figures.read-unapproved'],
  }),
] as const
