export { ActivityFeed } from './components/activity-feed.tsx';
export { DashboardFigures } from './components/dashboard-figures.tsx';
export { QuickActions } from './components/quick-actions.tsx';
