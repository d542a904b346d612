import { Anchor } from '@mantine/core';
import { Link, Redirect, Route, Switch } from 'wouter';
import { CustomersPage } from './pages/CustomersPage.tsx';
import { Frame } from './pages/Frame.tsx';
import { OrderDetailsPage } from './pages/OrderDetailsPage.tsx';
import { OrdersPage } from './pages/OrdersPage.tsx';
import { ProductsPage } from './pages/ProductsPage.tsx';
import { RunsPage } from './pages/RunsPage.tsx';
import { ShopPage } from './pages/ShopPage.tsx';
import { TemplatePage } from './pages/TemplatePage.tsx';
import { Empty } from './parts/Empty.tsx';

/** Every page. */
export function Routes() {
  return (
    <Frame>
      <Switch>
        <Route path="/">
          <Redirect to="/template" replace />
        </Route>
        <Route path="/template/:id?" component={TemplatePage} />
        <Route path="/products" component={ProductsPage} />
        <Route path="/customers" component={CustomersPage} />
        <Route path="/orders" component={OrdersPage} />
        <Route path="/order-details" component={OrderDetailsPage} />
        <Route path="/shop" component={ShopPage} />
        <Route path="/runs" component={RunsPage} />
        <Route>
          <main id="content" style={{ padding: '2rem' }}>
            <Empty title="There is no such page">
              <Anchor component={Link} href="/template">
                Go to the first page
              </Anchor>
            </Empty>
          </main>
        </Route>
      </Switch>
    </Frame>
  );
}
