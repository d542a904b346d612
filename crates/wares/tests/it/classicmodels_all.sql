CREATE TABLE productlines (
  productLine varchar(50) NOT NULL PRIMARY KEY,
  textDescription varchar(4000) DEFAULT NULL,
  htmlDescription mediumtext,
  image mediumblob
);
CREATE TABLE products (
  productCode varchar(15) NOT NULL PRIMARY KEY,
  productName varchar(70) NOT NULL,
  productLine varchar(50) NOT NULL,
  productScale varchar(10) NOT NULL,
  productVendor varchar(50) NOT NULL,
  productDescription text NOT NULL,
  quantityInStock smallint NOT NULL,
  buyPrice decimal(10,2) NOT NULL,
  MSRP decimal(10,2) NOT NULL,
  FOREIGN KEY (productLine) REFERENCES productlines (productLine)
);
CREATE TABLE offices (
  officeCode varchar(10) NOT NULL PRIMARY KEY,
  city varchar(50) NOT NULL,
  phone varchar(50) NOT NULL,
  addressLine1 varchar(50) NOT NULL,
  addressLine2 varchar(50) DEFAULT NULL,
  state varchar(50) DEFAULT NULL,
  country varchar(50) NOT NULL,
  postalCode varchar(15) NOT NULL,
  territory varchar(10) NOT NULL
);
CREATE TABLE employees (
  employeeNumber int NOT NULL PRIMARY KEY,
  lastName varchar(50) NOT NULL,
  firstName varchar(50) NOT NULL,
  extension varchar(10) NOT NULL,
  email varchar(100) NOT NULL,
  officeCode varchar(10) NOT NULL,
  reportsTo int DEFAULT NULL,
  jobTitle varchar(50) NOT NULL,
  FOREIGN KEY (reportsTo) REFERENCES employees (employeeNumber),
  FOREIGN KEY (officeCode) REFERENCES offices (officeCode)
);
CREATE TABLE customers (
  customerNumber int NOT NULL PRIMARY KEY,
  customerName varchar(50) NOT NULL,
  contactLastName varchar(50) NOT NULL,
  contactFirstName varchar(50) NOT NULL,
  phone varchar(50) NOT NULL,
  addressLine1 varchar(50) NOT NULL,
  addressLine2 varchar(50) DEFAULT NULL,
  city varchar(50) NOT NULL,
  state varchar(50) DEFAULT NULL,
  postalCode varchar(15) DEFAULT NULL,
  country varchar(50) NOT NULL,
  salesRepEmployeeNumber int DEFAULT NULL,
  creditLimit decimal(10,2) DEFAULT NULL,
  sex varchar(10) NOT NULL,
  birthDate date NOT NULL,
  email varchar(100) NOT NULL,
  signedUpOn date NOT NULL,
  FOREIGN KEY (salesRepEmployeeNumber) REFERENCES employees (employeeNumber)
);
CREATE TABLE payments (
  customerNumber int NOT NULL,
  checkNumber varchar(50) NOT NULL,
  paymentDate date NOT NULL,
  amount decimal(10,2) NOT NULL,
  currency char(3) NOT NULL,
  orderNumber int NOT NULL,
  method varchar(30) NOT NULL,
  instalment smallint NOT NULL,
  instalments smallint NOT NULL,
  dueDate date NOT NULL,
  status varchar(15) NOT NULL,
  PRIMARY KEY (customerNumber, checkNumber),
  FOREIGN KEY (customerNumber) REFERENCES customers (customerNumber)
);
CREATE TABLE orders (
  orderNumber int NOT NULL PRIMARY KEY,
  orderDate date NOT NULL,
  requiredDate date NOT NULL,
  shippedDate date DEFAULT NULL,
  status varchar(15) NOT NULL,
  comments text,
  customerNumber int NOT NULL,
  orderTime time NOT NULL,
  subtotal decimal(10,2) NOT NULL,
  discount decimal(10,2) NOT NULL,
  shipping decimal(10,2) NOT NULL,
  taxPercent decimal(6,3) NOT NULL,
  tax decimal(10,2) NOT NULL,
  total decimal(10,2) NOT NULL,
  currency char(3) NOT NULL,
  FOREIGN KEY (customerNumber) REFERENCES customers (customerNumber)
);
CREATE TABLE orderdetails (
  orderNumber int NOT NULL,
  productCode varchar(15) NOT NULL,
  quantityOrdered int NOT NULL,
  priceEach decimal(10,2) NOT NULL,
  orderLineNumber smallint NOT NULL,
  PRIMARY KEY (orderNumber, productCode),
  FOREIGN KEY (orderNumber) REFERENCES orders (orderNumber),
  FOREIGN KEY (productCode) REFERENCES products (productCode)
);
CREATE TABLE shipments (
  shipmentNumber int NOT NULL PRIMARY KEY,
  orderNumber int NOT NULL,
  part smallint NOT NULL,
  firstLine smallint NOT NULL,
  lastLine smallint NOT NULL,
  pieces int NOT NULL,
  weightGrams int NOT NULL,
  carrier varchar(50) NOT NULL,
  shippedDate date DEFAULT NULL,
  deliveredDate date DEFAULT NULL,
  status varchar(15) NOT NULL,
  UNIQUE (orderNumber, part),
  FOREIGN KEY (orderNumber) REFERENCES orders (orderNumber)
);
CREATE TABLE returns (
  returnNumber int NOT NULL PRIMARY KEY,
  orderNumber int NOT NULL,
  productCode varchar(15) NOT NULL,
  orderLineNumber smallint NOT NULL,
  quantity int NOT NULL,
  returnDate date NOT NULL,
  reason varchar(50) NOT NULL,
  status varchar(15) NOT NULL,
  refundAmount decimal(10,2) NOT NULL,
  currency char(3) NOT NULL,
  refundDate date DEFAULT NULL,
  FOREIGN KEY (orderNumber, productCode) REFERENCES orderdetails (orderNumber, productCode)
);
CREATE TABLE stockmovements (
  movementNumber int NOT NULL PRIMARY KEY,
  productCode varchar(15) NOT NULL,
  movementDate date NOT NULL,
  kind varchar(15) NOT NULL,
  quantity int NOT NULL,
  orderNumber int DEFAULT NULL,
  FOREIGN KEY (productCode) REFERENCES products (productCode),
  FOREIGN KEY (orderNumber) REFERENCES orders (orderNumber)
);
