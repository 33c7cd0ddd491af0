import { defineScheme, type PlanMeasure, type ScoreItem } from '../../src/language/index.ts'

const share = (key: string, zh: string, en: string, points: string, measure: PlanMeasure): ScoreItem => ({
  key,
  label: { zh, en },
  points,
  rule: { by: 'ratio', target: '100' },
  source: { from: 'plan', measure },
})

/** The first two rounds: a person scores the tasks they own, a unit those it answers for. */
export const planDuty = defineScheme({
  name: 'plan-duty',
  version: 1,
  label: { zh: '建设任务自评（个人、部门）', en: 'Self-evaluation of tasks (person, unit)' },
  source: '学校自定：个人、部门、任务组、学校四级自评的前两级',
  levels: {
    own: {
      label: { zh: '承担的任务', en: 'Own tasks' },
      points: '100',
      of: [
        {
          key: 'progress',
          label: { zh: '任务完成', en: 'Tasks' },
          points: '60',
          of: [
            share('completed', '任务点完成率', 'Leaf tasks completed', '40', 'tasks.completed'),
            share('on-time', '到期任务点按期完成率', 'Completed of those due', '20', 'tasks.on-time'),
          ],
        },
        {
          key: 'targets',
          label: { zh: '目标达成', en: 'Targets' },
          points: '20',
          of: [share('reached', '任务目标平均达成度', 'Mean achievement of targets', '20', 'targets.reached')],
        },
        {
          key: 'evidence',
          label: { zh: '佐证', en: 'Evidence' },
          points: '20',
          of: [
            {
              key: 'filed',
              label: { zh: '过程材料齐全、与成果一致', en: 'Evidence complete and in agreement with the results' },
              points: '20',
              rule: { by: 'manual' },
              source: { from: 'given' },
            },
          ],
        },
      ],
    },
  },
  weightings: { own: { label: { zh: '承担的任务', en: 'Own tasks' }, of: { own: '100' } } },
  vetoes: [],
  grades: {
    excellent: { label: { zh: '优', en: 'Excellent' }, from: '90' },
    good: { label: { zh: '良', en: 'Good' }, from: '80' },
    fair: { label: { zh: '中', en: 'Fair' }, from: '60' },
    poor: { label: { zh: '差', en: 'Poor' }, from: '0' },
  },
  decimals: { items: 2, levels: 2, total: 2 },
})
