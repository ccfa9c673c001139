/** Runs in a worker thread: takes one program, solves it with HiGHS, reports bounds on the way, answers. */
import highsLoader from 'highs';
import { parentPort } from 'node:worker_threads';

const highs = await highsLoader();
const { callbackType, modelStatus, objectiveSense, variableType } = highs.constants;
const FEASIBLE = 2;

parentPort.on('message', ({ program, start, relaxed, endsAt }) => {
  const answer = highs.withModel(modelOf(program, relaxed), model => {
    // starting up is part of the caller's limit
    const left = (endsAt - performance.timeOrigin - performance.now()) / 1000;
    model.options.set({ output_flag: false, time_limit: Math.max(0.05, left) });
    return relaxed ? boundOf(model) : solve(model, start);
  });
  parentPort.postMessage(answer);
});

function modelOf({ gains, rows }, relaxed) {
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1) + row.columns.length);
  return {
    numCols: gains.length,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: gains,
    colLower: gains.map(() => 0),
    colUpper: gains.map(() => 1),
    rowLower: rows.map(() => -highs.infinity),
    rowUpper: rows.map(row => row.upper),
    ...(relaxed ? {} : { integrality: gains.map(() => variableType.integer) }),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: gains.length,
      starts,
      indices: rows.flatMap(row => row.columns),
      values: rows.flatMap(row => row.values),
    },
  };
}

function boundOf(model) {
  model.run();
  const isBound = model.getModelStatus() === modelStatus.optimal;
  return { proven: false, bound: isBound ? model.info.get('objective_function_value') : Infinity, x: null };
}

function solve(model, start) {
  model.options.set({ mip_rel_gap: 0 });
  if (start) model.setSolution({ colValue: start });
  model.run({
    [callbackType.mipInterrupt]({ data }) {
      if (Number.isFinite(data.mip_dual_bound)) parentPort.postMessage({ bound: data.mip_dual_bound });
    },
  });
  return {
    proven: model.getModelStatus() === modelStatus.optimal,
    bound: model.info.get('mip_dual_bound'),
    x: model.info.get('primal_solution_status') === FEASIBLE ? [...model.getSolution().colValue] : null,
  };
}
