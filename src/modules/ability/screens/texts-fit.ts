import type { Label } from '../../../language/label.ts'

/** The words of the fit of majors with the industries of the city. */
export const fitTexts = {
  'fit.edit': { zh: '本市产业', en: 'Industries of the city' },
  'fit.edit.hint': {
    zh: '列出本市规划的重点产业或产业集群，选定其中的职业（职业分类大典小类），以及它由哪些行业（GB/T 4754）组成。招聘信息写明行业的按行业归类，没有写明的按职业归类。',
    en: 'List the industries or clusters your city plans with the occupations (small classes) at work in them, and the industries of GB/T 4754 they are made of. Advertisements that name an industry count by it, the others by their occupation.',
  },
  'fit.industry': { zh: '产业', en: 'Industry' },
  'fit.codes': { zh: '行业（GB/T 4754）', en: 'Industries of GB/T 4754' },
  'fit.add': { zh: '增加产业', en: 'Add an industry' },
  'fit.remove': { zh: '删除', en: 'Remove' },
  'fit.save': { zh: '保存', en: 'Save' },
  'fit.reset': { zh: '恢复通用清单', en: 'Back to the general list' },
  'fit.shipped': {
    zh: '学校还没有列出本市产业，下面用的是一份通用清单，只供参考。',
    en: 'The college has not listed the industries of its city yet: a general list is used, as a start only.',
  },
  'fit.none': { zh: '没有可对照的专业', en: 'No major to compare' },
  'fit.none.hint': {
    zh: '在“专业”中登记专业和六位专业代码后，这里会列出它们面向的职业。',
    en: 'Once majors stand in their register with six-digit codes, their occupations are listed here.',
  },
  'fit.majors': { zh: '专业设置契合度', en: 'Fit by majors' },
  'fit.majors.is': {
    zh: '= 面向的职业中至少有一个属于所列产业的在办专业数 ÷ 在办且目录给出职业的专业数',
    en: '= running majors with at least one occupation of an industry listed ÷ running majors whose occupations the catalogue names',
  },
  'fit.demand': { zh: '岗位需求契合度', en: 'Fit by demand' },
  'fit.demand.is': {
    zh: '= 所列产业的招聘信息中职业有专业面向的条数 ÷ 所列产业的招聘信息条数；写明行业的按行业归类，没有写明的按职业归类',
    en: '= advertisements of those industries for occupations that some major leads to ÷ all advertisements of those industries; one that names an industry belongs to it, others go by their occupation',
  },
  'fit.limits': {
    zh: '依据 {n} 条判断出职业的招聘信息（同一岗位只算一次），其中 {named} 条写明行业。产业清单由学校认定，职业按专业目录；招聘多少不等于产业大小。',
    en: 'From {n} advertisements whose occupation is known (each job once); {named} name an industry. The college decides on the list of industries, the catalogue on occupations; advertisements do not measure an industry.',
  },
  'fit.rows': { zh: '各专业', en: 'Majors' },
  'fit.serves': { zh: '对接产业', en: 'Serves' },
  'fit.serves.none': { zh: '没有对接所列产业', en: 'no industry listed' },
  'fit.occupations': { zh: '面向职业（招聘条数）', en: 'Occupations (advertisements)' },
  'fit.stop': {
    zh: '没有招聘信息要求这些职业：考虑调整或停办前先核实数据',
    en: 'Nobody advertises these: check the data before changing or stopping it',
  },
  'fit.merge': { zh: '与{majors}面向相同的职业：可考虑合并', en: 'Same occupations as {majors}: perhaps merge' },
  'fit.unknown': {
    zh: '目录没有给出职业，未计入：{majors}',
    en: 'Not counted, the catalogue names no occupation: {majors}',
  },
  'fit.industries': { zh: '各产业', en: 'Industries' },
  'fit.by': { zh: '对接专业', en: 'Served by' },
  'fit.by.none': { zh: '没有专业对接', en: 'no major' },
  'fit.unserved': { zh: '有招聘、没有专业面向的职业', en: 'Occupations that no major leads to' },
  'fit.unserved.none': { zh: '没有', en: 'None' },
  'fit.open': { zh: '目录中面向它的专业：{majors}', en: 'Majors of the catalogue that lead to it: {majors}' },
  'fit.open.none': { zh: '专业目录（高职专科）没有面向它的专业', en: 'No major of the catalogue leads to it' },
} satisfies Record<string, Label>
