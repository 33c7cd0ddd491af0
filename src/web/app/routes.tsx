import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { Loading } from '../kit/loading.tsx'
import { ScreenError } from './error-boundary.tsx'

type Screen = () => Promise<{ readonly Component: ComponentType }>

const screen = (path: string, load: Screen) => ({ path, lazy: load, errorElement: <ScreenError /> })

/** Every address of the screens; each is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    HydrateFallback: Loading,
    errorElement: <ScreenError />,
    children: [
      screen('/sign-in', async () => ({ Component: (await import('../screens/sign-in/sign-in.tsx')).SignIn })),
      {
        // What the components need: the sign-in page does without them.
        lazy: async () => ({ Component: (await import('./themed.tsx')).ThemedOutlet }),
        errorElement: <ScreenError />,
        children: [
          screen('/verify', async () => ({ Component: (await import('../../modules/badges/web.tsx')).VerifyPage })),
          screen('/verify/:college/:token', async () => ({
            Component: (await import('../../modules/badges/web.tsx')).VerifyPage,
          })),
          {
            lazy: async () => ({ Component: (await import('./open-frame.tsx')).OpenFrame }),
            errorElement: <ScreenError />,
            children: [
              screen('/learn', async () => ({
                Component: (await import('../../modules/credit-bank/web.tsx')).CitizenDoor,
              })),
              screen('/learn/certificates', async () => ({
                Component: (await import('../../modules/badges/web.tsx')).CitizenBadges,
              })),
              screen('/learn/statistics', async () => ({
                Component: (await import('../../modules/credit-bank/web.tsx')).PublicStatistics,
              })),
            ],
          },
          {
            lazy: async () => ({ Component: (await import('./plain-frame.tsx')).PlainFrame }),
            errorElement: <ScreenError />,
            children: [
              screen('/classroom/:session/screen', async () => ({
                Component: (await import('../../modules/classroom/web.tsx')).LessonScreen,
              })),
              screen('/classroom/:session/me', async () => ({
                Component: (await import('../../modules/classroom/web.tsx')).LessonPhone,
              })),
            ],
          },
          {
            // With the catalogue and the menus: the sign-in page does without them.
            lazy: async () => ({ Component: (await import('./frame.tsx')).Frame }),
            errorElement: <ScreenError />,
            children: [
              screen('/', async () => ({ Component: (await import('../screens/workbench/workbench.tsx')).Workbench })),
              screen('/notices', async () => ({ Component: (await import('../screens/notices/notices.tsx')).Notices })),
              screen('/registers', async () => ({
                Component: (await import('../screens/register-index/register-index.tsx')).RegisterIndex,
              })),
              screen('/registers/:register', async () => ({
                Component: (await import('../screens/register-list/register-list.tsx')).RegisterList,
              })),
              screen('/registers/:register/new', async () => ({
                Component: (await import('../screens/record/new-record.tsx')).NewRecord,
              })),
              screen('/registers/:register/import', async () => ({
                Component: (await import('../screens/import/import-screen.tsx')).ImportScreen,
              })),
              screen('/registers/:register/:id', async () => ({
                Component: (await import('../screens/record/record-page.tsx')).RecordPage,
              })),
              screen('/account', async () => ({ Component: (await import('../screens/account/account.tsx')).Account })),
              screen('/settings', async () => ({
                Component: (await import('../screens/settings/settings.tsx')).Settings,
              })),
              screen('/settings/accounts', async () => ({
                Component: (await import('../screens/accounts/accounts.tsx')).Accounts,
              })),
              screen('/settings/accounts/:id', async () => ({
                Component: (await import('../screens/accounts/account-page.tsx')).AccountPage,
              })),
              screen('/feeds', async () => ({ Component: (await import('../screens/feeds/feed-list.tsx')).FeedList })),
              screen('/feeds/new', async () => ({
                Component: (await import('../screens/feeds/feed-form.tsx')).FeedForm,
              })),
              screen('/feeds/:id', async () => ({
                Component: (await import('../screens/feeds/feed-page.tsx')).FeedPage,
              })),
              screen('/feeds/:id/edit', async () => ({
                Component: (await import('../screens/feeds/feed-form.tsx')).FeedForm,
              })),
              screen('/settings/codes', async () => ({
                Component: (await import('../screens/codes/code-lists.tsx')).CodeLists,
              })),
              screen('/settings/codes/:list', async () => ({
                Component: (await import('../screens/codes/code-list.tsx')).CodeList,
              })),
              screen('/settings/units', async () => ({
                Component: (await import('../screens/settings/units.tsx')).Units,
              })),
              screen('/settings/jobs', async () => ({ Component: (await import('../screens/jobs/jobs.tsx')).Jobs })),
              screen('/standards', async () => ({
                Component: (await import('../screens/standards/coverage.tsx')).Coverage,
              })),
              screen('/standards/faults', async () => ({
                Component: (await import('../screens/standards/my-faults.tsx')).MyFaults,
              })),
              screen('/standards/:standard', async () => ({
                Component: (await import('../screens/standards/coverage.tsx')).Coverage,
              })),
              screen('/standards/:standard/tables/:table', async () => ({
                Component: (await import('../screens/standards/table-page.tsx')).TablePage,
              })),
              screen('/items', async () => ({
                Component: (await import('../../modules/item-bank/web.tsx')).Items,
              })),
              screen('/items/new', async () => ({
                Component: (await import('../../modules/item-bank/web.tsx')).NewItem,
              })),
              screen('/items/:id', async () => ({
                Component: (await import('../../modules/item-bank/web.tsx')).ItemPage,
              })),
              screen('/coursework', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).Coursework,
              })),
              screen('/coursework/classes/:class', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).ClassPage,
              })),
              screen('/coursework/classes/:class/gradebook', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).GradebookPage,
              })),
              screen('/coursework/classes/:class/me', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).OwnGrades,
              })),
              screen('/coursework/classes/:class/tasks/new', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).NewTask,
              })),
              screen('/coursework/lessons/:lesson', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).LessonPage,
              })),
              screen('/coursework/tasks/:task', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).TaskPage,
              })),
              screen('/coursework/tasks/:task/edit', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).EditTask,
              })),
              screen('/coursework/tasks/:task/me', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).OwnTask,
              })),
              screen('/coursework/topics/:topic', async () => ({
                Component: (await import('../../modules/coursework/web.tsx')).TopicPage,
              })),
              screen('/classroom', async () => ({
                Component: (await import('../../modules/classroom/web.tsx')).ClassroomDay,
              })),
              screen('/classroom/:session', async () => ({
                Component: (await import('../../modules/classroom/web.tsx')).LessonRemote,
              })),
              screen('/learning-records', async () => ({
                Component: (await import('../../modules/learning-records/web.tsx')).LearningRecords,
              })),
              screen('/courseware', async () => ({
                Component: (await import('../../modules/learning-records/web.tsx')).CoursewareList,
              })),
              screen('/courseware/:id', async () => ({
                Component: (await import('../../modules/learning-records/web.tsx')).CoursewarePage,
              })),
              screen('/national-platform', async () => ({
                Component: (await import('../../modules/national-platform/web.tsx')).NationalPlatform,
              })),
              screen('/audit', async () => ({ Component: (await import('../screens/audit/audit.tsx')).Audit })),
              screen('/overview', async () => ({
                Component: (await import('../screens/figures/overview.tsx')).Overview,
              })),
              screen('/figures', async () => ({ Component: (await import('../screens/figures/figures.tsx')).Figures })),
              screen('/figures/:code', async () => ({
                Component: (await import('../screens/figures/figure-page.tsx')).FigurePage,
              })),
              screen('/figures/:code/rows', async () => ({
                Component: (await import('../screens/figures/figure-rows.tsx')).FigureRows,
              })),
              screen('/tables', async () => ({
                Component: (await import('../screens/figures/table-index.tsx')).TableIndex,
              })),
              screen('/tables/:name', async () => ({
                Component: (await import('../screens/figures/table-page.tsx')).TablePage,
              })),
              screen('/completeness', async () => ({
                Component: (await import('../screens/figures/completeness.tsx')).Completeness,
              })),
              screen('/rules', async () => ({ Component: (await import('../screens/figures/rules.tsx')).Rules })),
              screen('/pivot', async () => ({ Component: (await import('../screens/figures/pivot.tsx')).Pivot })),
              screen('/reports', async () => ({
                Component: (await import('../screens/reports/report-list.tsx')).ReportList,
              })),
              screen('/reports/:id', async () => ({
                Component: (await import('../screens/reports/report-board.tsx')).ReportBoard,
              })),
              screen('/reports/:id/sections/:sid', async () => ({
                Component: (await import('../screens/reports/section-page.tsx')).SectionPage,
              })),
              screen('/plans', async () => ({ Component: (await import('../../modules/plan/web.tsx')).Plans })),
              screen('/plans/:id', async () => ({ Component: (await import('../../modules/plan/web.tsx')).PlanPage })),
              screen('/plans/:id/leaders', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).LeadersPage,
              })),
              screen('/plans/:id/evidence', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanEvidence,
              })),
              screen('/plans/:id/counted/:what', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).CountedRows,
              })),
              screen('/plans/:id/compare', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanComparison,
              })),
              screen('/plans/:id/meetings', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanMeetings,
              })),
              screen('/plans/:id/meetings/:meeting', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanMeeting,
              })),
              screen('/plans/:id/tasks/:task/ledger', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).TaskLedger,
              })),
              screen('/my-plan-tasks', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).MyPlanTasks,
              })),
              screen('/plan-reviews', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanReviews,
              })),
              screen('/ability', async () => ({
                Component: (await import('../../modules/ability/web.tsx')).AbilityPage,
              })),
              screen('/ability/behind/:supply', async () => ({
                Component: (await import('../../modules/ability/web.tsx')).AbilityBehind,
              })),
              screen('/report-audit', async () => ({
                Component: (await import('../../modules/audit/web.tsx')).AuditPage,
              })),
              screen('/reports/:id/audit', async () => ({
                Component: (await import('../../modules/audit/web.tsx')).ReportAudit,
              })),
              screen('/plans/:id/money', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanMoney,
              })),
              screen('/plans/:id/claims', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanClaims,
              })),
              screen('/plans/:id/claims/new', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).NewClaim,
              })),
              screen('/plans/:id/circular', async () => ({
                Component: (await import('../../modules/plan/web.tsx')).PlanCircular,
              })),
              screen('/scoring', async () => ({ Component: (await import('../../modules/scoring/web.tsx')).Scoring })),
              screen('/scoring/:sheet', async () => ({
                Component: (await import('../../modules/scoring/web.tsx')).ScoreSheet,
              })),
              screen('/credit-bank', async () => ({
                Component: (await import('../../modules/credit-bank/web.tsx')).CreditBank,
              })),
              screen('/credit-bank/learners/:id', async () => ({
                Component: (await import('../../modules/credit-bank/web.tsx')).LearnerScreen,
              })),
              screen('/badges', async () => ({
                Component: (await import('../../modules/badges/web.tsx')).LearnerBadges,
              })),
              screen('/badges/:learner', async () => ({
                Component: (await import('../../modules/badges/web.tsx')).LearnerBadges,
              })),
              screen('/frameworks', async () => ({
                Component: (await import('../../modules/frameworks/web.tsx')).Frameworks,
              })),
              screen('/frameworks/:id', async () => ({
                Component: (await import('../../modules/frameworks/web.tsx')).FrameworkPage,
              })),
              screen('/teaching', async () => ({
                Component: (await import('../../modules/teaching-analysis/web.tsx')).Teaching,
              })),
              screen('/teaching/classes/:course/:class', async () => ({
                Component: (await import('../../modules/teaching-analysis/web.tsx')).TeachingClass,
              })),
              screen('/teaching/students', async () => ({
                Component: (await import('../../modules/teaching-analysis/web.tsx')).StudentsToHelp,
              })),
              screen('/teaching/supervision', async () => ({
                Component: (await import('../../modules/teaching-analysis/web.tsx')).Supervision,
              })),
              screen('/teaching/purposes', async () => ({
                Component: (await import('../../modules/teaching-analysis/web.tsx')).Purposes,
              })),
              screen('*', async () => ({ Component: (await import('../screens/not-found/not-found.tsx')).NotFound })),
            ],
          },
        ],
      },
    ],
  },
])
