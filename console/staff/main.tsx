import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import viVN from 'antd/locale/vi_VN';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api';
import { Console } from './console';
import './staff.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Trying again helps when the line broke, not when the server has answered.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status > 0),
    },
  },
});

const theme = {
  token: {
    colorPrimary: '#14663c',
    colorLink: '#14663c',
    borderRadius: 8,
    fontFamily: 'inherit',
    // A dialog that is still fading takes the click meant for what lies under it.
    motion: false,
  },
};

const root = document.getElementById('staff');
if (root) {
  createRoot(root).render(
    <ConfigProvider locale={viVN} theme={theme}>
      <Antd>
        <QueryClientProvider client={queries}>
          <Console />
        </QueryClientProvider>
      </Antd>
    </ConfigProvider>,
  );
}
