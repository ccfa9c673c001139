import type { Permissions } from '../operation.ts';

const figures = ['practice-administrator', 'practice-manager', 'business-analyst'] as const;

export const analyticsPermissions = {
  'analytics.dashboard.read': {
    label: 'See the dashboard',
    roles: [
      ...figures,
      'billing-manager',
      'front-desk-coordinator',
      'financial-counselor',
      'physician',
      'nurse',
    ],
  },
  'analytics.visits.read': {
    label: 'See figures of visits and the rows behind them',
    roles: [
      ...figures,
      'billing-manager',
      'front-desk-coordinator',
      'financial-counselor',
      'physician',
      'nurse',
    ],
  },
  'analytics.revenue.read': {
    label: 'See figures of money and the rows behind them',
    roles: [...figures, 'billing-manager', 'financial-counselor'],
  },
  'analytics.claims.read': {
    label: 'See figures of claims and the rows behind them',
    roles: [...figures, 'billing-manager', 'financial-counselor'],
  },
} as const satisfies Permissions;
