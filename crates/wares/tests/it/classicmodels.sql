PRAGMA foreign_keys = ON;
CREATE TABLE products (
  productCode text NOT NULL PRIMARY KEY CHECK (length(productCode) <= 15),
  productName text NOT NULL,
  productLine text NOT NULL CHECK (length(productLine) <= 50),
  productScale text NOT NULL CHECK (length(productScale) <= 10),
  productVendor text NOT NULL CHECK (length(productVendor) <= 50),
  productDescription text NOT NULL,
  quantityInStock int NOT NULL CHECK (quantityInStock BETWEEN 0 AND 32767),
  buyPrice real NOT NULL,
  MSRP real NOT NULL
) STRICT;
CREATE TABLE customers (
  customerNumber int NOT NULL PRIMARY KEY,
  customerName text NOT NULL CHECK (length(customerName) <= 50),
  contactLastName text NOT NULL,
  contactFirstName text NOT NULL,
  sex text NOT NULL CHECK (sex IN ('female', 'male')),
  birthDate text NOT NULL,
  email text NOT NULL CHECK (length(email) <= 100),
  phone int NOT NULL,
  addressLine1 text NOT NULL CHECK (length(addressLine1) <= 50),
  addressLine2 text CHECK (length(addressLine2) <= 50),
  city text NOT NULL CHECK (length(city) <= 50),
  state text,
  postalCode text,
  country text NOT NULL,
  salesRepEmployeeNumber int,
  creditLimit real,
  signedUpOn text NOT NULL
) STRICT;
CREATE TABLE orders (
  orderNumber int NOT NULL PRIMARY KEY,
  orderDate text NOT NULL CHECK (orderDate IS date(orderDate)),
  requiredDate text NOT NULL CHECK (requiredDate IS date(requiredDate)),
  shippedDate text CHECK (shippedDate IS date(shippedDate)),
  status text NOT NULL CHECK (length(status) <= 15),
  comments text,
  customerNumber int NOT NULL REFERENCES customers (customerNumber)
) STRICT;
CREATE TABLE order_details (
  orderNumber int NOT NULL REFERENCES orders (orderNumber),
  productCode text NOT NULL REFERENCES products (productCode),
  quantityOrdered int NOT NULL CHECK (quantityOrdered >= 1),
  priceEach real NOT NULL CHECK (priceEach > 0),
  orderLineNumber int NOT NULL CHECK (orderLineNumber >= 1),
  PRIMARY KEY (orderNumber, productCode)
) STRICT;
