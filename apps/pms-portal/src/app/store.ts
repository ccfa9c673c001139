import { configureStore, createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { LiveState } from '@spark-den/ui';
import { useDispatch, useSelector } from 'react-redux';

interface UiState {
  /** The location whose lists and calendar are shown; undefined shows all. */
  readonly locationId: string | undefined;
  readonly live: LiveState;
}

const ui = createSlice({
  name: 'ui',
  initialState: { locationId: undefined, live: 'connecting' } as UiState,
  reducers: {
    locationChosen: (state, action: PayloadAction<string | undefined>) => ({
      ...state,
      locationId: action.payload,
    }),
    liveChanged: (state, action: PayloadAction<LiveState>) => ({ ...state, live: action.payload }),
  },
});

export const { locationChosen, liveChanged } = ui.actions;
export const createStore = () => configureStore({ reducer: { ui: ui.reducer } });
export type AppStore = ReturnType<typeof createStore>;
export type RootState = ReturnType<AppStore['getState']>;

export const useAppDispatch = useDispatch.withTypes<AppStore['dispatch']>();
export const useAppSelector = useSelector.withTypes<RootState>();
/** The location that the header chose, or undefined for all. */
export const useLocationId = () => useAppSelector(state => state.ui.locationId);
