import type { CheckLine, MakeAgentPhone } from '@/lib/domain/phones/agent-phone';

/** What the SDK says when nothing was connected in time. */
const noConnection = 53_000;

/** Fetches what makes the browser's telephone, so that a shift begins without waiting for it. */
export const fetchAgentPhone = () => import('./agent-phone');

/** The browser's telephone, whose code comes with its first shift or before. */
export const makeAgentPhone: MakeAgentPhone = async (options) => {
  const { makeAgentPhone } = await fetchAgentPhone();
  return makeAgentPhone(options);
};

/** The check of the line, whose code comes with the check. */
export const checkLine: CheckLine = (options) => {
  const begun = import('./line-check').then(({ checkLine }) => checkLine(options));
  const done = begun.then(
    ({ done }) => done,
    () => Promise.reject({ code: noConnection }),
  );
  return {
    done,
    stop: () =>
      void begun.then(
        ({ stop }) => stop(),
        () => undefined,
      ),
  };
};
