import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { axe } from 'jest-axe';
import { visibleNav } from './nav-rail.tsx';
import { renderUi } from './test-support.tsx';
import { UniversalHeader, type UniversalHeaderProps } from './universal-header.tsx';

function header(change: Partial<UniversalHeaderProps> = {}) {
  const nothing = () => undefined;
  return (
    <UniversalHeader
      portal="practice"
      otherPortalOpen
      onSwitchPortal={nothing}
      practiceName="Harbor Point Family Medicine"
      places={[{ id: 'l1', label: 'Lakeside Clinic' }]}
      placeId={undefined}
      onPlace={nothing}
      live="live"
      user={{ name: 'Amara Osei, MD', role: 'Physician' }}
      onSearch={nothing}
      onHelp={nothing}
      onLock={nothing}
      onSignOut={nothing}
      onToggleNav={nothing}
      {...change}
    />
  );
}

describe('the header of both portals', () => {
  it('DASH-10 XNAV-01 (narrow: without notifications) has portals, practice and location, search, help and the person', async () => {
    const onPlace = jest.fn();
    const onSwitchPortal = jest.fn();
    const { container } = renderUi(header({ onPlace, onSwitchPortal }));
    expect(screen.getByText('Harbor Point Family Medicine')).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Location' }), 'Lakeside Clinic');
    expect(onPlace).toHaveBeenCalledWith('l1');
    expect(screen.getByRole('button', { name: 'Practice' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Clinical' }));
    expect(onSwitchPortal).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: /Search patients/ })).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('DASH-10 XNAV-01 lists only the portals that the person may enter', () => {
    renderUi(header({ otherPortalOpen: false }));
    expect(screen.queryByRole('button', { name: 'Clinical' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Practice' })).toBeInTheDocument();
  });

  it('DASH-10 (narrow row: without notifications) locks and signs out from the menu of the person', async () => {
    const onLock = jest.fn();
    const onSignOut = jest.fn();
    renderUi(header({ onLock, onSignOut }));
    await userEvent.click(screen.getByRole('button', { name: /Amara Osei/ }));
    await userEvent.click(screen.getByRole('menuitem', { name: /Lock the screen/ }));
    expect(onLock).toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: /Amara Osei/, hidden: true }));
    await userEvent.click(screen.getByRole('menuitem', { name: /Sign out/ }));
    expect(onSignOut).toHaveBeenCalled();
  });
});

describe('the navigation', () => {
  it('shows the leaves that a person may open and no empty group', () => {
    const groups = [
      { leaves: [{ label: 'Dashboard', to: '/' }] },
      { label: 'Revenue', leaves: [{ label: 'Claims', to: '/claims', anyOf: ['billing.claim.read'] }] },
      {
        label: 'Patients',
        leaves: [{ label: 'Registry', to: '/patients', anyOf: ['patients.patient.read', 'x'] }],
      },
    ];
    const labels = (permissions: string[]) =>
      visibleNav(groups, new Set(permissions)).flatMap(group => [
        group.label ?? '',
        ...group.leaves.map(leaf => leaf.label),
      ]);
    expect(labels([])).toEqual(['', 'Dashboard']);
    expect(labels(['patients.patient.read'])).toEqual(['', 'Dashboard', 'Patients', 'Registry']);
  });
});
